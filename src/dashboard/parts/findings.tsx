import type { JSX } from 'preact';
import { noteWords } from '../../submissions/checking/problem-words.js';
import type { SubmissionDetail } from '../../submissions/receipt.service.js';
import type { Words } from '../words.js';
import { ProblemGroups } from './finding-groups.js';
import { RepairList } from './repair-list.js';
import { WarningGroups } from './warning-groups.js';

/** What checking brought to light: faults, then what is worth a second look, then what was read otherwise. */
export function Findings({
  detail: { submission, problems, warnings },
  words,
}: {
  readonly detail: SubmissionDetail;
  readonly words: Words;
}): JSX.Element {
  const { receipt, counts, problemsByCode, warningsByCode, repairs, notes } = submission;
  return (
    <>
      {counts.problems > 0 && (
        <section id="problems">
          <h2>{words.t('findings.problems', { count: counts.problems })}</h2>
          {counts.good + counts.bad > 0 && <p>{words.t('findings.problemsLede', { bad: counts.bad })}</p>}
          {counts.bad > 0 && (
            <p>
              <a href={words.to('submissions', receipt, 'problems.csv')}>{words.t('findings.file')}</a>
            </p>
          )}
          <ProblemGroups problems={problems} totals={problemsByCode} words={words} />
        </section>
      )}
      {warnings.length > 0 && (
        <section id="warnings">
          <h2>{words.t('findings.warnings')}</h2>
          <p>{words.t('findings.warningsLede')}</p>
          <WarningGroups warnings={warnings} totals={warningsByCode} words={words} />
        </section>
      )}
      {repairs.length > 0 && (
        <section id="repairs">
          <h2>{words.t('findings.repairs')}</h2>
          <RepairList repairs={repairs} words={words} />
        </section>
      )}
      {notes.length > 0 && (
        <section id="notes">
          <h2>{words.t('findings.notes')}</h2>
          <ul>
            {notes.map((note, index) => (
              <li key={index}>{noteWords(words.language, note)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
