import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { direction, type Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import { csvText } from '../csv-table.js';
import type { Brief } from './brief.service.js';

/** One brief of a bundle. */
export interface BundledBrief {
  /** Kind of brief: the name of its folder. */
  readonly report: string;
  readonly code: string;
  /** Of what it is about, in its language. */
  readonly name: string;
  readonly language: Language;
  readonly make: () => Promise<Brief>;
}

/** A brief as it lies in the directory. */
export interface MadeBrief extends Omit<BundledBrief, 'make'> {
  /** Below the directory. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Two at once: one is printed while the numbers of the next are gathered. */
const AT_ONCE = 2;
const STATE_FILE = 'made-from.txt';

/**
 * Writes briefs into a directory, each whole or not at all, and lists them in `briefs.csv` and `index.html`. What an
 * earlier run left there is kept when it was made from the same state, so that a run that was broken off goes on.
 * @param state tells the data, the release and the program from all others
 * @param tell called after each with how many are there
 */
export async function writeBundle(
  directory: string,
  state: string,
  briefs: readonly BundledBrief[],
  tell: (done: number, last: MadeBrief) => void,
): Promise<readonly MadeBrief[]> {
  await mkdir(directory, { recursive: true });
  const isSame = (await readIf(join(directory, STATE_FILE)))?.toString() === state;
  if (!isSame) await replace(join(directory, STATE_FILE), state);
  const made: MadeBrief[] = [];
  const left = briefs.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [place, brief] of left) {
      const one = await bundle(brief, directory, isSame);
      made[place] = one;
      tell((done += 1), one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await replace(join(directory, 'briefs.csv'), listOf(made));
  await replace(join(directory, 'index.html'), indexOf(made));
  return made;
}

async function bundle(
  { report, code, name, language, make }: BundledBrief,
  directory: string,
  isSame: boolean,
): Promise<MadeBrief> {
  const file = `${language}/${report}-${code}-${language}.pdf`;
  const path = join(directory, file);
  const kept = isSame ? await readIf(path) : undefined;
  const pdf = kept ?? (await make()).pdf;
  if (kept === undefined) await replace(path, pdf);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return { report, code, name, language, file, bytes: pdf.length, sha256 };
}

/** Under another name first: a file that is there is whole. */
async function replace(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

async function readIf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function listOf(made: readonly MadeBrief[]): string {
  return csvText({
    columns: ['report', 'code', 'name', 'language', 'file', 'bytes', 'sha256'],
    rows: made.map((one) => ({ ...one })),
  });
}

/** A page that leads to each, by language; in the words of each. */
function indexOf(made: readonly MadeBrief[]): string {
  const languages = [...new Set(made.map(({ language }) => language))];
  const parts = languages.map((language) => {
    const words = wordsOf(language);
    const items = words
      .inOrder(made.filter((one) => one.language === language))
      .map(
        ({ file, name, report }) => `<li><a href="${html(file)}">${html(name)}</a> (${html(report)})</li>`,
      );
    return (
      `<section lang="${language}" dir="${direction(language)}"><h2>${html(words.t('brief.bundle.title'))} (${language})</h2>` +
      `<ul>${items.join('\n')}</ul></section>`
    );
  });
  const [first = 'en'] = languages;
  const title = html(wordsOf(first).t('brief.bundle.title'));
  return (
    `<!doctype html>\n<html lang="${first}">\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n` +
    `<h1>${title}</h1>\n${parts.join('\n')}\n</html>\n`
  );
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
