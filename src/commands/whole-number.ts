import { InvalidArgumentError } from 'commander';
import { translate } from '../language/translate.js';

/** Reads an option of a command. @throws InvalidArgumentError unless it has one to six digits and nothing else */
export function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError(translate('en', 'command.whole-number'));
  return Number(text);
}
