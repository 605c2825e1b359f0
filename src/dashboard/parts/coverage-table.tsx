import type { JSX } from 'preact';
import type { Coverage, CoverageLine } from '../../reports/coverage.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';
import type { Fault } from '../fault.js';
import type { Named } from '../named.js';
import type { SentForm } from '../sent-form.js';
import { ConfirmForm } from './confirm-form.js';

interface CoverageTableProps {
  readonly coverage: Coverage;
  readonly words: Words;
  readonly visitor: Visitor | undefined;
  /** For whom the visitor may say that nothing is newer. */
  readonly communities: readonly Named[];
  /** What was written to confirm a figure, when that could not be taken, and why. */
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
}

/** What is held of a country, indicator by indicator, what is missing, and the one click that says nothing is newer. */
export function CoverageTable(props: CoverageTableProps): JSX.Element {
  const { coverage, words } = props;
  const held = coverage.lines.filter(({ known }) => known !== undefined);
  const missing = coverage.lines.filter(({ known }) => known === undefined);
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
      {missing.length > 0 && (
        <>
          <h3>{words.t('contribute.missingTitle')}</h3>
          <ul class="plain missing">
            {missing.map(({ indicator }) => (
              <li key={indicator.code}>
                <a href={words.to('indicators', indicator.code)}>{indicator.name}</a>{' '}
                <span class="unit">{indicator.unit}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Held(props: CoverageTableProps & { readonly line: CoverageLine }): JSX.Element | null {
  const { line, coverage, words, visitor, communities, sent, fault } = props;
  const { indicator, known, confirmed } = line;
  if (known === undefined) return null;
  const isOwnAssessment = communities.some(({ code }) => code === known.community);
  const mayConfirm = communities.length > 0 && (indicator.goalposts.kind !== 'rubric' || isOwnAssessment);
  return (
    <tr id={indicator.code}>
      <th scope="row">
        <a id={`name-${indicator.code}`} href={words.to('indicators', indicator.code)}>
          {indicator.name}
        </a>{' '}
        <span class="unit">{indicator.unit}</span>
      </th>
      <td class="number" data-label={words.t('contribute.lastValue')}>
        <a href={words.to('observations', known.observation)}>{words.value(known.value)}</a>
      </td>
      <td class="number" data-label={words.t('contribute.itsYear')}>
        {words.year(known.year)}
      </td>
      <td class="source" data-label={words.t('contribute.from')}>
        {known.source}
      </td>
      <td>
        {confirmed !== undefined && (
          <span class="remark">
            {words.t('contribute.confirmed', {
              community: confirmed.communityName,
              day: words.day(confirmed.confirmedAt.toISOString()),
            })}
          </span>
        )}
        {visitor !== undefined && mayConfirm && (
          <ConfirmForm {...{ line, coverage, words, visitor, communities, sent, fault }} />
        )}
      </td>
    </tr>
  );
}
