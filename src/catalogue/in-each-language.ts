import { languages, sourceLanguage } from '../language/language.js';
import type { SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';

/** What is written in other languages: `names/<LANGUAGE>.csv` and `texts/<LANGUAGE>.csv`. */
export const TRANSLATED_FILE = /^(names|texts)\/([^/]+)\.csv$/;

/** Reads the file of each language in a directory of translations; a language that has no pages is a fault. */
export function inEachLanguage<Translated>(
  directory: 'names' | 'texts',
  seeds: SeedDirectory,
  faults: SeedFault[],
  read: (file: string) => Translated,
): Readonly<Record<string, Translated>> {
  const wanted = languages.filter((one) => one !== sourceLanguage);
  return Object.fromEntries(
    [...seeds.tables.keys()].flatMap((file): [string, Translated][] => {
      const [, of, language] = TRANSLATED_FILE.exec(file) ?? [];
      if (of !== directory || language === undefined) return [];
      if (wanted.includes(language)) return [[language, read(file)]];
      const sentence = `There are no pages that need ${directory} in this language.`;
      const hint = `Name it one of: ${wanted.map((one) => `${directory}/${one}.csv`).join(', ')}.`;
      faults.push({ file, sentence, hint });
      return [];
    }),
  );
}
