import type { JSX } from 'preact';
import type { CommitmentLine, IndicatorLine } from '../../reports/report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import { ScoreRange } from './score-range.js';
import { ValueLink } from './value-link.js';

interface CommitmentListProps {
  readonly area: Named;
  readonly objectives: readonly Named[];
  readonly commitments: readonly CommitmentLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly frame: Frame;
}

/** What the country has committed to beside what is known about it, and what nobody knows anything about. */
export function CommitmentList({
  area,
  objectives,
  commitments,
  indicators,
  frame,
}: CommitmentListProps): JSX.Element {
  const { words, named } = frame;
  const lines = new Map(indicators.map((line) => [line.indicator, line]));
  const evidenceOf = ({ links }: CommitmentLine): readonly IndicatorLine[] =>
    links.flatMap(({ indicator }) => lines.get(indicator) ?? []).filter(({ figure }) => figure !== undefined);
  const headings = [
    ...objectives.map((objective) => ({ code: objective.code, name: named('objective', objective) })),
    { code: undefined, name: words.t('commitments.followUp') },
  ];
  return (
    <>
      {commitments.some(isRecalled) && <p class="quiet">{words.t('commitments.recalled')}</p>}
      {headings.map(({ code, name }) => {
        const own = commitments.filter(({ objective }) => objective === code);
        const scored = own.filter((commitment) => commitment.scored);
        const known = scored.filter((commitment) => evidenceOf(commitment).length > 0);
        const without = scored.filter((commitment) => evidenceOf(commitment).length === 0);
        const others = own.filter((commitment) => !commitment.scored);
        return (
          <details key={name} class="fold">
            <summary>
              <h3>{name}</h3>{' '}
              <span class="quiet">
                {words.t('commitments.counts', {
                  known: known.length,
                  without: without.length,
                  others: others.length,
                })}
              </span>
            </summary>
            {known.length > 0 && (
              <ul class="commitments">
                {known.map((commitment) => (
                  <WithEvidence
                    key={commitment.code}
                    area={area}
                    commitment={commitment}
                    evidence={evidenceOf(commitment)}
                    frame={frame}
                  />
                ))}
              </ul>
            )}
            <Others label="commitments.without" commitments={without} frame={frame} />
            <Others label="commitments.notScored" commitments={others} frame={frame} />
          </details>
        );
      })}
    </>
  );
}

function WithEvidence({
  area,
  commitment,
  evidence,
  frame,
}: Pick<CommitmentListProps, 'area' | 'frame'> & {
  readonly commitment: CommitmentLine;
  readonly evidence: readonly IndicatorLine[];
}): JSX.Element {
  const { words, named } = frame;
  const typeOf = (code: string): string =>
    commitment.links.find(({ indicator }) => indicator === code)?.type ?? 'context';
  return (
    <li>
      <CommitmentName commitment={commitment} frame={frame} />
      {commitment.score === undefined ? (
        <p class="quiet">{words.t('commitments.noScore', { reason: commitment.missing ?? 'NO_DATA' })}</p>
      ) : (
        <p>
          <strong class="number">
            <a href={explainAddress(words, area.code, commitment.code)}>{words.score(commitment.score)}</a>
          </strong>{' '}
          <span class="quiet">{words.t('node.of100')}</span> <ScoreRange of={commitment} words={words} />
        </p>
      )}
      <ul class="evidence">
        {evidence.map((line) => (
          <li key={line.indicator}>
            {named('indicator', { code: line.indicator, name: line.name })}:{' '}
            <ValueLink line={line} words={words} />{' '}
            <span class="quiet">
              {words.t('commitments.link', {
                unit: frame.unit(line.unit),
                year: words.year(line.year ?? 0),
                type: words.t(`link.${typeOf(line.indicator)}`),
              })}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Others({
  label,
  commitments,
  frame,
}: {
  readonly label: 'commitments.without' | 'commitments.notScored';
  readonly commitments: readonly CommitmentLine[];
  readonly frame: Frame;
}): JSX.Element | null {
  if (commitments.length === 0) return null;
  return (
    <>
      <h4>{frame.words.t(label, { count: commitments.length })}</h4>
      <ul class="plain">
        {commitments.map((commitment) => (
          <li key={commitment.code}>
            <CommitmentName commitment={commitment} frame={frame} />
          </li>
        ))}
      </ul>
    </>
  );
}

function CommitmentName({
  commitment,
  frame: { words, named },
}: {
  readonly commitment: CommitmentLine;
  readonly frame: Frame;
}): JSX.Element {
  return (
    <p class="commitment">
      <a class="paragraph" href={words.to('commitments', commitment.code)}>
        §{commitment.paragraph}
        {isRecalled(commitment) && '*'}
      </a>{' '}
      {named('commitment', commitment)}
    </p>
  );
}

/** Whether its wording has not been checked against the resolution. */
function isRecalled({ confidence }: CommitmentLine): boolean {
  return confidence.startsWith('recalled');
}
