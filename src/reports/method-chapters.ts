import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseMethodChapter, type MethodChapter } from './method-chapter.js';

/** The same from the sources and from the build. */
const ours = fileURLToPath(new URL('../../reports/method/', import.meta.url));

/**
 * The chapters of the method, in the order in which README.md beside them first links to each.
 * @throws RangeError when a chapter is not linked there, or not written as `parseMethodChapter` needs it
 */
export function readMethodChapters(directory = ours): readonly MethodChapter[] {
  const readme = readFileSync(join(directory, 'README.md'), 'utf8');
  return readdirSync(directory)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => {
      const place = readme.indexOf(`](${file})`);
      if (place < 0) throw new RangeError(`README.md of the method does not link to ${file}`);
      const text = readFileSync(join(directory, file), 'utf8');
      return { place, chapter: parseMethodChapter(file.slice(0, -'.md'.length), text) };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ chapter }) => chapter);
}
