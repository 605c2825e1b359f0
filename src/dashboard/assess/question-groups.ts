import type { Indicator } from '../../catalogue/catalogue.js';
import type { LookUp } from '../../catalogue/look-up.js';
import type { Frame } from '../layout.js';

/** What communities assess below one principle. */
export interface QuestionGroup {
  /** Code and name of the principle. */
  readonly code: string;
  readonly name: string;
  readonly indicators: readonly Indicator[];
}

/** All that communities assess, by principle, in the order of the framework. */
export function questionGroups(lookUp: LookUp, { named }: Pick<Frame, 'named'>): readonly QuestionGroup[] {
  return lookUp.catalogue.principles
    .map((principle) => ({
      code: principle.code,
      name: named('principle', principle),
      indicators: questionsBelow(principle.code, lookUp),
    }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** Their codes, in the same order. */
export function questionCodes(lookUp: LookUp): readonly string[] {
  return lookUp.catalogue.principles.flatMap((principle) =>
    questionsBelow(principle.code, lookUp).map(({ code }) => code),
  );
}

function questionsBelow(principle: string, lookUp: LookUp): readonly Indicator[] {
  return lookUp
    .goalsOfPrinciple(principle)
    .flatMap(({ code }) => lookUp.indicatorsOfGoal(code))
    .filter(({ goalposts }) => goalposts.kind === 'rubric');
}
