import { translate } from '../../src/language/translate.js';
import {
  noteWords,
  problemWords,
  questionWords,
  repairWords,
} from '../../src/submissions/checking/problem-words.js';
import type { Question } from '../../src/submissions/reading/question.js';
import type { RowVocabulary } from '../../src/submissions/checking/row-vocabulary.js';
import { makeOf } from '../files/awkward/make-of.js';
import type { MutatedFile } from './mutated-file.js';

/**
 * What a damaged file is answered: a report or a problem, either with words for all that is in it.
 * @throws Error when it is anything else
 */
export async function answerOf(
  file: MutatedFile,
  vocabulary: RowVocabulary,
): Promise<'report' | 'refused' | 'asked'> {
  const made = await makeOf({ name: file.made, content: file.content, answers: file.answers }, vocabulary);
  const { findings, problem } = made;
  if (problem !== undefined) {
    const questions = (problem.extensions['questions'] ?? []) as readonly Question[];
    for (const question of questions) translated(questionWords('en', question).text);
    translated(translate('en', `problem.${problem.code}.title`, problem.params));
    translated(translate('en', `problem.${problem.code}.detail`, problem.params));
    return questions.length > 0 ? 'asked' : 'refused';
  }
  const { rows, good, bad, skipped } = findings.counts;
  if (good + bad + skipped !== rows || bad < 0 || good !== made.good.length) {
    throw new Error(
      `${file.made}: of ${String(rows)} rows ${String(good)} + ${String(bad)} + ${String(skipped)} are told`,
    );
  }
  for (const { row, area, year, value } of made.good) {
    const isSound = Number.isFinite(value) && Number.isInteger(year) && /^[A-Z]{3}$/.test(area) && row > 0;
    if (!isSound)
      throw new Error(`${file.made}: ${area} ${String(year)} ${String(value)} of row ${String(row)}`);
  }
  for (const fault of findings.log.kept) Object.values(problemWords('en', fault)).forEach(translated);
  for (const repair of findings.repairs.repairs) translated(repairWords('en', repair));
  for (const note of findings.notes) translated(noteWords('en', note));
  return 'report';
}

/** A message that lacks or cannot be filled has thrown before. */
function translated(sentence: string): void {
  if (sentence === '') throw new Error('A sentence is empty.');
}
