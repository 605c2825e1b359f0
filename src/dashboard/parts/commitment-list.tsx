import type { JSX } from 'preact';
import type { CommitmentLine, IndicatorLine } from '../../reports/report.js';
import type { Words } from '../words.js';
import { ScoreRange } from './score-range.js';

interface CommitmentListProps {
  readonly objectives: readonly { readonly code: string; readonly name: string }[];
  readonly commitments: readonly CommitmentLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly words: Words;
}

/** What the country has committed to beside what is known about it, and what nobody knows anything about. */
export function CommitmentList({
  objectives,
  commitments,
  indicators,
  words,
}: CommitmentListProps): JSX.Element {
  const lines = new Map(indicators.map((line) => [line.indicator, line]));
  const evidenceOf = ({ links }: CommitmentLine): readonly IndicatorLine[] =>
    links.flatMap(({ indicator }) => lines.get(indicator) ?? []).filter(({ figure }) => figure !== undefined);
  const headings = [...objectives, { code: undefined, name: words.t('commitments.followUp') }];
  return (
    <>
      {commitments.some(isRecalled) && <p class="quiet">{words.t('commitments.recalled')}</p>}
      {headings.map(({ code, name }) => {
        const own = commitments.filter(({ objective }) => objective === code);
        const scored = own.filter((commitment) => commitment.scored);
        const without = scored.filter((commitment) => evidenceOf(commitment).length === 0);
        return (
          <section key={name} class="objective">
            <h3>{name}</h3>
            {scored.length > without.length && (
              <ul class="commitments">
                {scored
                  .filter((commitment) => evidenceOf(commitment).length > 0)
                  .map((commitment) => (
                    <WithEvidence
                      key={commitment.code}
                      commitment={commitment}
                      evidence={evidenceOf(commitment)}
                      words={words}
                    />
                  ))}
              </ul>
            )}
            <Others label="commitments.without" commitments={without} words={words} />
            <Others
              label="commitments.notScored"
              commitments={own.filter((commitment) => !commitment.scored)}
              words={words}
            />
          </section>
        );
      })}
    </>
  );
}

function WithEvidence({
  commitment,
  evidence,
  words,
}: {
  readonly commitment: CommitmentLine;
  readonly evidence: readonly IndicatorLine[];
  readonly words: Words;
}): JSX.Element {
  return (
    <li>
      <p class="commitment">
        <Paragraph commitment={commitment} /> {commitment.name}
      </p>
      {commitment.score === undefined ? (
        <p class="quiet">{words.t('commitments.noScore', { reason: commitment.missing ?? 'NO_DATA' })}</p>
      ) : (
        <p>
          <strong class="number">{words.score(commitment.score)}</strong>{' '}
          <span class="quiet">{words.t('node.of100')}</span> <ScoreRange of={commitment} words={words} />
        </p>
      )}
      <ul class="evidence">
        {evidence.map((line) => (
          <li key={line.indicator}>
            {line.name}:{' '}
            {line.figure !== undefined && line.value !== undefined && line.year !== undefined && (
              <a href={words.to('observations', line.figure.observation)}>{words.value(line.value)}</a>
            )}{' '}
            <span class="quiet">
              {words.t('commitments.link', {
                unit: line.unit,
                year: words.year(line.year ?? 0),
                type: words.t(
                  `link.${commitment.links.find(({ indicator }) => indicator === line.indicator)?.type ?? 'context'}`,
                ),
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
  words,
}: {
  readonly label: 'commitments.without' | 'commitments.notScored';
  readonly commitments: readonly CommitmentLine[];
  readonly words: Words;
}): JSX.Element | null {
  if (commitments.length === 0) return null;
  return (
    <details>
      <summary>{words.t(label, { count: commitments.length })}</summary>
      <ul class="plain">
        {commitments.map((commitment) => (
          <li key={commitment.code}>
            <Paragraph commitment={commitment} /> {commitment.name}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The paragraph, with a mark where its wording has not been checked against the resolution. */
function Paragraph({ commitment }: { readonly commitment: CommitmentLine }): JSX.Element {
  return (
    <span class="paragraph">
      §{commitment.paragraph}
      {isRecalled(commitment) && '*'}
    </span>
  );
}

function isRecalled({ confidence }: CommitmentLine): boolean {
  return confidence.startsWith('recalled');
}
