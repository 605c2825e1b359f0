import { Problem } from '../../../src/platform/problem.js';
import { readAnswers } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import type { Question } from '../../../src/submissions/reading/question.js';
import { fileRows } from '../../../src/submissions/checking/row-source.js';
import type { RowVocabulary } from '../../../src/submissions/checking/row-vocabulary.js';
import type { GoodRow } from '../../../src/submissions/checking/staged-row.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import type { AwkwardFile } from './awkward-file.js';

/** What the service makes of a file, in the words of `AwkwardFile`. */
export interface Made {
  readonly figures: readonly string[];
  readonly problems: readonly string[];
  readonly repairs: readonly string[];
  readonly refused?: string;
  readonly asked?: readonly string[];
  /** Why the file as a whole was refused. */
  readonly problem?: Problem;
  readonly good: readonly GoodRow[];
  readonly findings: CheckFindings;
}

/** Reads and checks a file as it is when it is sent, all but the storing. */
export async function makeOf(
  { content, answers = {} }: AwkwardFile,
  vocabulary: RowVocabulary,
): Promise<Made> {
  const findings = new CheckFindings();
  const good: GoodRow[] = [];
  const refusal = await judge().catch(refusalOf);
  return {
    figures: good.map(({ row, area, indicator, year, value }) =>
      [row, area, indicator, year, value].join(' '),
    ),
    problems: findings.log.kept.map(
      ({ code, row, column }) => `${code} ${String(row)}${column?.letter ?? ''}`,
    ),
    repairs: findings.repairs.repairs.map(({ code, count }) => `${code} ${String(count)}`),
    good,
    findings,
    ...refusal,
  };

  async function judge(): Promise<undefined> {
    const rows = await fileRows(bytesInMemory(content), vocabulary, readAnswers(answers));
    for await (const batch of checkRows(rows, vocabulary, { rows: 100_000 }, findings)) good.push(...batch);
  }
}

function refusalOf(error: unknown): Pick<Made, 'refused' | 'asked' | 'problem'> {
  if (!(error instanceof Problem)) throw error;
  const questions = error.extensions['questions'] as readonly Question[] | undefined;
  return questions === undefined
    ? { refused: error.code, problem: error }
    : { problem: error, asked: questions.map(({ code }) => code) };
}
