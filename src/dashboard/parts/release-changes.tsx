import type { JSX } from 'preact';
import { printChange } from '../../reports/explanation-words.js';
import type { NamedDifference } from '../../reports/releases/release-diff.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';

export interface ChangeTableProps {
  readonly frame: Frame;
  readonly changes: readonly NamedDifference[];
  /** Ids of the releases. */
  readonly from: string;
  readonly to: string;
  /** Whether all are of one country, which is named elsewhere. */
  readonly ofArea: boolean;
  readonly caption: string;
}

/** Scores in two releases, and why they differ. */
export function ChangeTable({ frame, changes, from, to, ofArea, caption }: ChangeTableProps): JSX.Element {
  const { words } = frame;
  if (changes.length === 0) return <p>{caption}</p>;
  return (
    <table class="lines moves">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('diff.what')}</th>
          {[from, to].map((id) => (
            <th key={id} scope="col" class="number">
              {words.t('diff.before', { id })}
            </th>
          ))}
          <th scope="col" class="number">
            {words.t('diff.change')}
          </th>
          <th scope="col">{words.t('diff.why')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.area} ${change.kind} ${change.code}`}>
            <th scope="row">
              {ofArea ? (
                nameOf(change, frame)
              ) : (
                <>
                  {words.area({ code: change.area, name: change.areaName })}{' '}
                  <span class="unit">{nameOf(change, frame)}</span>
                </>
              )}
            </th>
            {[change.before, change.after].map((score, end) => (
              <td key={end} class="number" data-label={words.t('diff.before', { id: end === 0 ? from : to })}>
                {score === undefined ? words.t('diff.none') : words.score(score)}
              </td>
            ))}
            <td class="number" data-label={words.t('diff.change')}>
              {change.change === undefined ? '–' : <bdi>{printChange(change.change, words.language)}</bdi>}
            </td>
            <td>{why(change, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf({ kind, code, name }: NamedDifference, { named }: Frame): string {
  return kind === 'framework' ? name : named(kind, { code, name });
}

/** The causes that moved it, the largest first; or why they are not told apart. */
function why({ effects, unsplit }: NamedDifference, words: Words): string {
  if (unsplit !== undefined) return words.t(`diff.${unsplit}`);
  const moved = [...(effects ?? [])]
    .filter(([, points]) => points !== 0)
    .sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
  return words.list(
    moved.map(([cause, points]) =>
      words.t('diff.effect', {
        cause: words.t(`explain.cause.${cause}`),
        points: isolated(printChange(points, words.language)),
      }),
    ),
  );
}

/** A number with its sign, which stays in front of it in sentences that run from right to left. */
function isolated(points: string): string {
  return `\u2066${points}\u2069`;
}
