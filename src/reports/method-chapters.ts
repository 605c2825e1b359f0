import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceLanguage, type Language } from '../language/language.js';
import { parseMethodChapter, type MethodChapter } from './method-chapter.js';

/** The same from the sources and from the build. */
const ours = fileURLToPath(new URL('../../reports/method/', import.meta.url));

/**
 * The chapters of the method, in the order in which README.md beside them first links to each. A chapter is in the
 * language asked for when the directory named after that language has it, else in English.
 * @throws RangeError when a chapter is not linked there, or not written as `parseMethodChapter` needs it
 */
export function readMethodChapters(
  directory = ours,
  language: Language = sourceLanguage,
): readonly MethodChapter[] {
  const readme = readFileSync(join(directory, 'README.md'), 'utf8');
  return readdirSync(directory)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => {
      const place = readme.indexOf(`](${file})`);
      if (place < 0) throw new RangeError(`README.md of the method does not link to ${file}`);
      const own = join(directory, language, file);
      const isTranslated = language !== sourceLanguage && existsSync(own);
      const text = readFileSync(isTranslated ? own : join(directory, file), 'utf8');
      const chapter = parseMethodChapter(file.slice(0, -'.md'.length), text);
      return { place, chapter: isTranslated ? { ...chapter, language } : chapter };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ chapter }) => chapter);
}
