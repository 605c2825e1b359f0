import type { Method } from '../catalogue/catalogue.js';
import { Given, isNumeral } from './given.js';
import { isFields, type MethodExample, type Written } from './method-chapter.js';
import type { Answer } from './method-rule.js';
import { methodRules } from './method-rules.js';

/** Numbers without decimals, and beyond the last decimal of those that have some, agree within this distance. */
const TOLERANCE = 1e-9;

/** An example with its answer as the page has it and as the engine gives it. */
export interface WorkedExample extends MethodExample {
  readonly lines: readonly ExampleLine[];
}

/** One line of an example's answer: what the page says, and what the engine says now. */
export interface ExampleLine {
  readonly name: string;
  readonly written: Written;
  readonly answered: Answer;
  readonly agrees: boolean;
}

/**
 * Works an example with the engine itself, under the settings in force: a line for each thing the page says of the
 * answer. What nobody says of it does not matter.
 * @throws RangeError with a sentence when there is no such rule, or it cannot make anything of what is given
 */
export function workExample(example: MethodExample, method: Method): WorkedExample {
  const { what, rule, given, then } = example;
  const apply = methodRules.get(rule);
  if (apply === undefined) throw new RangeError(`"${what}": there is no rule ${rule}`);
  const input = new Given(given);
  const answer = apply(input, method);
  const unread = input.unread();
  if (unread.length > 0)
    throw new RangeError(`"${what}": the rule ${rule} does not read ${unread.join(', ')}`);
  const lines = Object.entries(then).map(([name, written]) => {
    if (!(name in answer)) throw new RangeError(`"${what}": the rule ${rule} does not answer ${name}`);
    const answered = answer[name];
    return { name, written, answered, agrees: agrees(written, answered) };
  });
  return { ...example, lines };
}

/**
 * Whether an answer is what the page says. A number with decimals agrees when it rounds to them, one without when it
 * is the same (within 1e-9); `none` is an answer that is not there, `yes` and `no` are truth; of fields those that are
 * written count; a list is the whole list.
 */
export function agrees(written: Written, answered: Answer): boolean {
  if (isFields(written)) {
    return isAnswers(answered) && Object.entries(written).every(([name, own]) => agrees(own, answered[name]));
  }
  if (typeof written !== 'string') {
    return (
      Array.isArray(answered) &&
      answered.length === written.length &&
      written.every((own, i) => agrees(own, (answered as readonly Answer[])[i]))
    );
  }
  if (typeof answered === 'number') return isNumeral(written) && isRoundedTo(written, answered);
  if (typeof answered === 'boolean') return written === (answered ? 'yes' : 'no');
  return written === (answered ?? 'none');
}

function isRoundedTo(numeral: string, value: number): boolean {
  const decimals = /\.(\d+)/.exec(numeral)?.[1]?.length ?? 0;
  const half = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
  return Math.abs(value - Number(numeral)) <= half + TOLERANCE;
}

function isAnswers(answered: Answer): answered is Readonly<Record<string, Answer>> {
  return typeof answered === 'object' && answered !== null && !Array.isArray(answered);
}
