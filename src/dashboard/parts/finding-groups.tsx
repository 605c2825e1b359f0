import type { ComponentChildren, JSX } from 'preact';
import type { RowProblem } from '../../submissions/checking/row-problem.js';
import { problemWords } from '../../submissions/checking/problem-words.js';
import { groupByCode, type CodeGroup } from '../group-by-code.js';
import type { Words } from '../words.js';
import { Place } from './place.js';

/** So many of one kind are shown on the page; the file of failing rows has more. */
export const MOST_SHOWN = 20;

/** What is wrong, grouped by kind: where it stands, the value, what is wrong with it and what would be right. */
export function ProblemGroups({
  problems,
  totals,
  words,
}: {
  readonly problems: readonly RowProblem[];
  readonly totals: Readonly<Record<string, number>>;
  readonly words: Words;
}): JSX.Element {
  return (
    <>
      {groupByCode(problems, totals).map((group) => (
        <Group key={group.code} group={group} words={words} kind="problem">
          {group.findings.slice(0, MOST_SHOWN).map((problem, index) => {
            const { detail, hint } = problemWords(words.language, problem);
            return (
              <li key={index}>
                <Place row={problem.row} column={problem.column} words={words} /> {detail}{' '}
                <span class="hint">{hint}</span>
              </li>
            );
          })}
        </Group>
      ))}
    </>
  );
}

/** Findings of one kind, under their number when there are several. */
export function Group<Finding>({
  group: { total },
  words,
  kind,
  children,
}: {
  readonly group: CodeGroup<Finding>;
  readonly words: Words;
  readonly kind: 'problem' | 'warning';
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={`findings ${kind}`}>
      {total > 1 && (
        <h3>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d={kind === 'problem' ? 'M2 2 12 12M12 2 2 12' : 'M7 1 13.5 13H.5ZM7 5v4M7 11v.5'} />
          </svg>{' '}
          {words.t(`findings.${kind}`, { count: total })}
        </h3>
      )}
      <ul>{children}</ul>
      {total > MOST_SHOWN && <p class="quiet">{words.t('findings.more', { more: total - MOST_SHOWN })}</p>}
    </section>
  );
}
