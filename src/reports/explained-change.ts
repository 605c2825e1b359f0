import type { Language } from '../language/language.js';
import { printScore } from '../language/print-score.js';
import { translate } from '../language/translate.js';
import { observationId } from '../observations/observation-id.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { explainChange } from '../scoring/explanation/change-split.js';
import type { ExplanationContext } from '../scoring/explanation/explanation-context.js';
import type { ExplainedChange } from './explanation.js';
import type { ExplanationQuestion } from './explanation-report.js';
import { printChange } from './explanation-words.js';
import { configHash } from './made-with.js';

/**
 * How a score differs from what it was, split into its five causes.
 * @param since as asked for
 * @param year as-of year of the earlier score
 * @param then what it was made from
 */
export function explainedChange(
  { area, node, year: yearNow, language }: ExplanationQuestion,
  since: string,
  year: number,
  then: ExplanationContext,
  now: ExplanationContext,
): ExplainedChange {
  const change = explainChange(node, area.code, { context: then, year }, { context: now, year: yearNow });
  const { before, after, effects, unsplit } = change;
  const { method } = then.catalogue;
  const { revision } = then.board;
  return withoutUndefined({
    since,
    revision,
    edition: method.edition,
    methodVersion: method.version,
    configHash: configHash(then.catalogue),
    year,
    before,
    after,
    total: before === undefined || after === undefined ? undefined : after - before,
    effects: [...(effects ?? [])].map(([cause, points]) => ({
      cause,
      name: translate(language, `explain.cause.${cause}`),
      points,
    })),
    unsplit,
    sentence:
      unsplit === undefined
        ? sentenceOf(since, revision, before, after, language)
        : translate(language, `explain.unsplit.${unsplit}`),
    differences: change.differences.map(({ figureBefore, figureAfter, ...difference }) =>
      withoutUndefined({
        ...difference,
        figureBefore: figureBefore && observationId(figureBefore),
        figureAfter: figureAfter && observationId(figureAfter),
      }),
    ),
  });
}

function sentenceOf(since: string, revision: number, before = 0, after = 0, language: Language): string {
  return translate(language, 'explain.change', {
    since,
    revision,
    points: printChange(after - before, language),
    before: printScore(before, language),
    after: printScore(after, language),
  });
}
