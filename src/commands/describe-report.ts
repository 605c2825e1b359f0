import type { Acceptance } from '../observations/acceptance.service.js';
import { translate } from '../language/translate.js';
import type { Problem } from '../platform/problem.js';
import {
  noteWords,
  problemWords,
  questionWords,
  repairWords,
  warningWords,
} from '../submissions/checking/problem-words.js';
import type { Question } from '../submissions/reading/question.js';
import type { Repair } from '../submissions/reading/repair.js';
import type { SubmissionReport } from '../submissions/receiving/report.js';
import type { RowProblem } from '../submissions/checking/row-problem.js';

const LANGUAGE = 'en';
const MOST_SHOWN = 100;

/** What came of a file, line by line. */
export function describeReport(
  report: SubmissionReport,
  { file, community }: { readonly file: string; readonly community: string },
): readonly string[] {
  const { counts, repeated, state, receipt } = report;
  const words = { file, community, good: counts.good, rows: counts.rows };
  const isPart = counts.bad > 0;
  const key = state === 'checked' ? 'load.checked' : isPart ? 'load.partly' : 'load.received';
  const first = repeated
    ? translate(LANGUAGE, 'load.repeated', {
        community,
        state: translate(LANGUAGE, `submission.state.${state}`),
      })
    : translate(LANGUAGE, key, words);
  return [
    first,
    ...(receipt === undefined ? [] : [translate(LANGUAGE, 'load.receipt', { receipt })]),
    ...describeRepairs(report.repairs),
    ...report.notes.map((note) => noteWords(LANGUAGE, note)),
    ...describeWarnings(report),
    ...describeProblems(report),
  ];
}

/** What was read otherwise than it was sent, each with the first example. */
function describeRepairs(repairs: readonly Repair[]): readonly string[] {
  if (repairs.length === 0) return [];
  const lines = repairs.map((repair) => {
    const sentence = repairWords(LANGUAGE, repair);
    if (repair.example?.column === undefined) return `  ${sentence}`;
    const { row, column, before, after } = repair.example;
    return `  ${translate(LANGUAGE, 'load.example', { sentence, row, letter: column.letter, before, after })}`;
  });
  return [translate(LANGUAGE, 'load.repairs'), ...lines];
}

/** What is worth a second look in good rows. */
function describeWarnings({
  warnings,
  warningsByCode,
  unchanged,
}: Pick<SubmissionReport, 'warnings' | 'warningsByCode' | 'unchanged'>): readonly string[] {
  const same = unchanged === 0 ? [] : [translate(LANGUAGE, 'submission.unchanged', { unchanged })];
  const total = Object.values(warningsByCode).reduce((sum, count) => sum + count, 0);
  if (total === 0) return same;
  const shown = warnings.slice(0, MOST_SHOWN);
  const more = total - shown.length;
  const kinds = kindsOf(warningsByCode);
  return [
    ...same,
    translate(LANGUAGE, 'load.warnings', { warnings: total }),
    ...shown.map((warning) => {
      const sentence = warningWords(LANGUAGE, warning);
      return `  ${translate(LANGUAGE, 'load.warning', { row: warning.row, sentence })}`;
    }),
    ...(more > 0 ? [`  ${translate(LANGUAGE, 'load.moreWarnings', { more, kinds })}`] : []),
  ];
}

function kindsOf(byCode: Readonly<Record<string, number>>): string {
  return Object.entries(byCode)
    .map(([code, times]) => `${code} ${String(times)}`)
    .join(', ');
}

/** Each problem with its place; beyond a hundred only how many there are of each kind. */
export function describeProblems({
  problems,
  problemsByCode,
  counts,
}: Pick<SubmissionReport, 'problems' | 'problemsByCode' | 'counts'>): readonly string[] {
  if (counts.problems === 0) return [];
  const shown = problems.slice(0, MOST_SHOWN);
  const more = counts.problems - shown.length;
  const kinds = kindsOf(problemsByCode);
  return [
    translate(LANGUAGE, 'load.problems', { problems: counts.problems }),
    ...shown.map((problem) => `  ${describeProblem(problem)}`),
    ...(more > 0 ? [`  ${translate(LANGUAGE, 'load.more', { more, kinds })}`] : []),
  ];
}

function describeProblem(problem: RowProblem): string {
  const { row, column } = problem;
  const words = problemWords(LANGUAGE, problem);
  const place = { where: column === undefined ? 'row' : 'column', ...column };
  return translate(LANGUAGE, 'load.place', { row, ...place, ...words });
}

export function describeAcceptance({ counts, revision }: Acceptance): string {
  return translate(LANGUAGE, 'load.accepted', { ...counts, revision });
}

/** Why a command did not do what it was told, with the problems of the rows where that is the reason. */
export function describeRefusal(problem: Problem): readonly string[] {
  const report = problem.extensions['report'] as SubmissionReport | undefined;
  const questions = (problem.extensions['questions'] ?? []) as readonly Question[];
  return [
    translate(LANGUAGE, `problem.${problem.code}.title`),
    translate(LANGUAGE, `problem.${problem.code}.detail`, problem.params),
    ...questions.map((question) => {
      const { text, option } = questionWords(LANGUAGE, question);
      return `  ${translate(LANGUAGE, 'load.question', { text, option })}`;
    }),
    ...(report === undefined
      ? problem.parts.map((part) => Object.values(problemWords(LANGUAGE, part)).join(' '))
      : [...describeRepairs(report.repairs), ...describeProblems(report)]),
  ];
}
