import type { JSX } from 'preact';
import type { Absence, Coverage, CoverageLine } from '../../reports/coverage.js';
import type { Frame } from '../layout.js';
import { assessAddress } from '../assess/assess-address.js';
import { ContributeLink, type MissingFigure } from './contribute-link.js';
import { InEnglish } from './in-english.js';
import { IndicatorName } from './indicator-name.js';

/** In the order in which a community can do something about them. */
const REASONS = ['assessed', 'not_published', 'no_publisher', 'not_applicable'] as const;

interface MissingFiguresProps {
  readonly coverage: Coverage;
  readonly frame: Frame;
}

/** Indicators without a figure, by the reason why there is none, each with the way to add one. */
export function MissingFigures({ coverage, frame }: MissingFiguresProps): JSX.Element | null {
  const { words } = frame;
  const missing = coverage.lines.filter(({ absence }) => absence !== undefined);
  if (missing.length === 0) return null;
  return (
    <>
      <h3>{words.t('contribute.missingTitle')}</h3>
      {REASONS.map((why) => ({ why, lines: missing.filter(({ absence }) => absence?.why === why) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ why, lines }) => (
          <section key={why}>
            <p>{words.t(`contribute.lacking.${why}`)}</p>
            <ul class="plain missing">
              {lines.map((line) => (
                <Missing key={line.indicator.code} {...{ line, coverage, frame }} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function Missing({
  line: { indicator, absence },
  coverage,
  frame,
}: MissingFiguresProps & { readonly line: CoverageLine }): JSX.Element {
  return (
    <li id={indicator.code}>
      <IndicatorName indicator={indicator} frame={frame} />{' '}
      {absence !== undefined && <Detail absence={absence} frame={frame} />}{' '}
      {absence?.why === 'assessed' && (
        <a
          class="contribute"
          href={assessAddress(frame.words, { country: coverage.area.code, indicator: indicator.code })}
          aria-label={frame.words.t('assess.thisOne', { indicator: frame.named('indicator', indicator) })}
        >
          {frame.words.t('assess.short')}
        </a>
      )}
      {coverage.indicator === undefined && !['assessed', 'not_applicable'].includes(absence?.why ?? '') && (
        <ContributeLink words={frame.words} of={missingFigure(indicator, coverage, frame)} short />
      )}
    </li>
  );
}

/** What a figure can be added of, as the page names it. */
export function missingFigure(
  { code, name }: CoverageLine['indicator'],
  { area, issue }: Coverage,
  { words, named }: Frame,
): MissingFigure {
  return {
    area: { code: area.code, name: words.area(area) },
    issue,
    indicator: { code, name: named('indicator', { code, name }) },
  };
}

/** Whose figures they are that lack this country, or why it has no meaning there. */
function Detail({
  absence,
  frame,
}: {
  readonly absence: Absence;
  readonly frame: Frame;
}): JSX.Element | null {
  if (absence.why === 'not_published') {
    return (
      <span class="unit">
        <InEnglish words={frame.words}>{absence.publisher}</InEnglish>
      </span>
    );
  }
  return absence.why === 'not_applicable' ? <span class="unit">{frame.phrase(absence.reason)}</span> : null;
}
