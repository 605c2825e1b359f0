import { IntlMessageFormat } from 'intl-messageformat';
import { localeOf, sourceLanguage, type Language } from './language.js';
import { messages } from './messages.js';

/** What a message's placeholders are filled with. Numbers are formatted only where the message says `number`. */
export type MessageParams = Readonly<Record<string, string | number>>;

type Compiled = string | IntlMessageFormat;

const compiled = new Map<string, Compiled>();

/**
 * A message in a language, its placeholders filled. A key that this language lacks is given in English.
 * @throws RangeError when no language has the key, or a placeholder has no value
 */
export function translate(language: Language, key: string, params?: MessageParams): string {
  const message = messageOf(language, key);
  if (typeof message === 'string') return message;
  try {
    return String(message.format(params));
  } catch (error) {
    throw new RangeError(`The message ${key} (${language}) cannot be filled: ${String(error)}`, {
      cause: error,
    });
  }
}

/** Whether a message exists, for keys that are put together from codes. */
export function hasMessage(key: string): boolean {
  return messages.get(sourceLanguage)?.has(key) ?? false;
}

function messageOf(language: Language, key: string): Compiled {
  const id = `${language} ${key}`;
  const known = compiled.get(id);
  if (known !== undefined) return known;
  const own = messages.get(language)?.get(key);
  const text = own ?? messages.get(sourceLanguage)?.get(key);
  if (text === undefined) throw new RangeError(`There is no message ${key}`);
  const message = /[{']/.test(text)
    ? new IntlMessageFormat(text, localeOf(own === undefined ? sourceLanguage : language), undefined, {
        ignoreTag: true,
      })
    : text;
  compiled.set(id, message);
  return message;
}
