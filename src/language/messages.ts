import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = fileURLToPath(new URL('./messages/', import.meta.url));

/**
 * Message texts (ICU) by key, by language. `en.json` and every `en.<part>.json` beside it make up English.
 * @throws Error when a file is not a flat object of texts, or two files of a language hold the same key
 */
export const messages: ReadonlyMap<string, ReadonlyMap<string, string>> = readMessages(directory);

function readMessages(from: string): Map<string, Map<string, string>> {
  const byLanguage = new Map<string, Map<string, string>>();
  for (const file of readdirSync(from).sort()) {
    const language = /^([a-z]{2,3})(\.[a-z-]+)?\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    const texts = byLanguage.get(language) ?? new Map<string, string>();
    byLanguage.set(language, texts);
    const content: unknown = JSON.parse(readFileSync(join(from, file), 'utf8'));
    if (typeof content !== 'object' || content === null)
      throw new Error(`${file} is not an object of messages`);
    for (const [key, text] of Object.entries(content)) {
      if (typeof text !== 'string') throw new Error(`${file}: the message ${key} is not a text`);
      if (texts.has(key)) throw new Error(`${file}: the message ${key} is already in another file`);
      texts.set(key, text);
    }
  }
  return byLanguage;
}
