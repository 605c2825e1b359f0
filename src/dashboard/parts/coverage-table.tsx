import type { JSX } from 'preact';
import type { Coverage, CoverageLine } from '../../reports/coverage.js';
import type { Fault } from '../fault.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import type { SentForm } from '../sent-form.js';
import { ConfirmForm } from './confirm-form.js';
import { ContributeLink } from './contribute-link.js';
import { InEnglish } from './in-english.js';
import { IndicatorName } from './indicator-name.js';
import { missingFigure, MissingFigures } from './missing-figures.js';

interface CoverageTableProps {
  readonly coverage: Coverage;
  readonly frame: Frame;
  /** For whom the visitor may say that nothing is newer. */
  readonly communities: readonly Named[];
  /** What was written to confirm a figure, when that could not be taken, and why. */
  readonly sent: SentForm | undefined;
  readonly fault: Fault | undefined;
}

/** What is held of a country, indicator by indicator, what is missing, and the one click that says nothing is newer. */
export function CoverageTable(props: CoverageTableProps): JSX.Element {
  const { coverage, frame } = props;
  const { words } = frame;
  const held = coverage.lines.filter(({ known }) => known !== undefined);
  return (
    <>
      {held.length > 0 && (
        <table class="lines held">
          <caption class="unseen">
            {words.t('contribute.heldCaption', { country: words.area(coverage.area) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.indicator')}</th>
              <th scope="col" class="number">
                {words.t('contribute.lastValue')}
              </th>
              <th scope="col" class="number">
                {words.t('contribute.itsYear')}
              </th>
              <th scope="col">{words.t('contribute.from')}</th>
              <th scope="col">{words.t('contribute.newer')}</th>
            </tr>
          </thead>
          <tbody>
            {held.map((line) => (
              <Held key={line.indicator.code} line={line} {...props} />
            ))}
          </tbody>
        </table>
      )}
      <MissingFigures coverage={coverage} frame={frame} />
    </>
  );
}

function Held(props: CoverageTableProps & { readonly line: CoverageLine }): JSX.Element | null {
  const { line, coverage, frame, communities } = props;
  const { words, visitor } = frame;
  const { indicator, known, confirmed, outdatedAfter } = line;
  if (known === undefined) return null;
  const isOwnAssessment = communities.some(({ code }) => code === known.community);
  const mayConfirm = communities.length > 0 && (indicator.goalposts.kind !== 'rubric' || isOwnAssessment);
  return (
    <tr id={indicator.code}>
      <th scope="row">
        <IndicatorName indicator={indicator} frame={frame} />
      </th>
      <td class="number" data-label={words.t('contribute.lastValue')}>
        <a href={words.to('observations', known.observation)}>{words.value(known.value)}</a>
      </td>
      <td class="number" data-label={words.t('contribute.itsYear')}>
        {words.year(known.year)}
      </td>
      <td class="source" data-label={words.t('contribute.from')}>
        <InEnglish words={words}>{known.source}</InEnglish>
      </td>
      <td>
        {outdatedAfter !== undefined && (
          <span class="remark">
            {words.t('contribute.stale', { years: outdatedAfter })}{' '}
            <ContributeLink words={words} of={missingFigure(indicator, coverage, frame)} short />
          </span>
        )}
        {confirmed !== undefined && (
          <span class="remark">
            {words.t('contribute.confirmed', {
              community: confirmed.communityName,
              day: words.day(confirmed.confirmedAt.toISOString()),
            })}
          </span>
        )}
        {visitor !== undefined && mayConfirm && <ConfirmForm {...props} words={words} visitor={visitor} />}
      </td>
    </tr>
  );
}
