import type { JSX } from 'preact';
import type { RowWarning } from '../../submissions/checking/warning.js';
import { warningWords } from '../../submissions/checking/problem-words.js';
import { groupByCode } from '../group-by-code.js';
import type { Words } from '../words.js';
import { Group, MOST_SHOWN } from './finding-groups.js';
import { Place } from './place.js';

/** What is worth a second look: told apart from faults by a word and a sign. */
export function WarningGroups({
  warnings,
  totals,
  words,
}: {
  readonly warnings: readonly RowWarning[];
  readonly totals: Readonly<Record<string, number>>;
  readonly words: Words;
}): JSX.Element {
  return (
    <>
      {groupByCode(warnings, totals).map((group) => (
        <Group key={group.code} group={group} words={words} kind="warning">
          {group.findings.slice(0, MOST_SHOWN).map((warning, index) => (
            <li key={index}>
              <Place row={warning.row} words={words} /> {warningWords(words.language, warning)}
            </li>
          ))}
        </Group>
      ))}
    </>
  );
}
