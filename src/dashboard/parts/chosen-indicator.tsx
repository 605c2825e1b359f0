import type { JSX } from 'preact';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import type { CountryReport } from '../../reports/report.js';
import type { CountryChoice } from '../country-choice.js';
import type { Frame } from '../layout.js';
import { ChoiceFields } from './choice-fields.js';
import { TrendFigure } from './trend-figure.js';

interface ChosenIndicatorProps {
  readonly frame: Frame;
  readonly report: CountryReport;
  readonly choice: CountryChoice;
  /** What is drawn now. */
  readonly chosen?: { readonly code: string; readonly trend: TrendSpecification } | undefined;
}

/** One indicator of a country over time, and a choice of others. */
export function ChosenIndicator({ frame, report, choice, chosen }: ChosenIndicatorProps): JSX.Element | null {
  const { words, named } = frame;
  const drawable = report.indicators.filter(({ figure }) => figure !== undefined);
  if (drawable.length === 0) return null;
  return (
    <section id="indicator" class="chosen">
      <h3>{words.t('country.oneIndicator')}</h3>
      <form action="#indicator" method="get" class="choose">
        <ChoiceFields choice={{ ...choice, indicator: undefined }} />
        <label for="choice">{words.t('country.choose')}</label>
        <div class="row">
          <select id="choice" name="indicator">
            {drawable.map(({ indicator, name }) => (
              <option key={indicator} value={indicator} selected={indicator === chosen?.code}>
                {named('indicator', { code: indicator, name })}
              </option>
            ))}
          </select>
          <button type="submit">{words.t('country.show')}</button>
        </div>
      </form>
      {chosen !== undefined && (
        <TrendFigure
          trend={chosen.trend}
          area={report.area.code}
          node={chosen.code}
          frame={frame}
          print={words.value}
        />
      )}
    </section>
  );
}
