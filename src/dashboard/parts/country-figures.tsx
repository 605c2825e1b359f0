import type { JSX } from 'preact';
import type { CountryReport, IndicatorLine } from '../../reports/report.js';
import { summaryGroups } from '../../reports/summary-counts.js';
import { choiceQuery, type CountryChoice } from '../country-choice.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';
import { CountryStatements } from './country-statements.js';
import { IndicatorTable } from './indicator-table.js';

interface CountryFiguresProps {
  readonly frame: Frame;
  readonly report: CountryReport;
  readonly choice: CountryChoice;
  /** Codes of the indicators that the counts of the sentence are over. */
  readonly counted: ReadonlySet<string>;
}

/** The indicators of a country by principle: all of them, or those behind one count of the sentence. */
export function CountryFigures({ frame, report, choice, counted }: CountryFiguresProps): JSX.Element {
  const { words, named } = frame;
  const { figures: group } = choice;
  const isShown = (line: IndicatorLine): boolean =>
    group === undefined || (counted.has(line.indicator) && summaryGroups(line).includes(group));
  return (
    <section>
      <h2 id="figures">{words.t('country.indicators')}</h2>
      {group === undefined ? (
        <p>{words.t('country.indicatorsIntro')}</p>
      ) : (
        <p>
          {words.t('figures.shown', { group, count: report.indicators.filter(isShown).length })}{' '}
          <a href={`${choiceQuery({ ...choice, figures: undefined }) || '?'}#figures`}>
            {words.t('figures.all')}
          </a>
        </p>
      )}
      {report.principles.map((principle, position) => {
        const goals = new Set(principle.goals.map(({ code }) => code));
        const own = report.indicators.filter(({ goal }) => goals.has(goal));
        const lines = own.filter(isShown);
        if (lines.length === 0 && group !== undefined) return null;
        const name = named('principle', principle);
        return (
          <details key={principle.code} class={`fold hue-${String(position)}`} open={group !== undefined}>
            <summary>
              <h3>{name}</h3> <span class="quiet">{countsOf(lines, words)}</span>
            </summary>
            <div id={principle.code} />
            <IndicatorTable
              area={report.area}
              lines={lines}
              frame={frame}
              caption={words.t('country.tableCaption', {
                principle: name,
                country: words.area(report.area),
              })}
              open={group !== undefined}
            />
            <CountryStatements
              frame={frame}
              report={report}
              kinds={['goal', 'indicator']}
              codes={new Set([...goals, ...own.map(({ indicator }) => indicator)])}
            />
          </details>
        );
      })}
      <p class="quiet">{words.t('note.framework', { source: frame.framework.source })}</p>
    </section>
  );
}

function countsOf(lines: readonly IndicatorLine[], words: Words): string {
  const known = lines.filter(({ figure }) => figure !== undefined).length;
  return words.t('figures.counts', { known, without: lines.length - known });
}
