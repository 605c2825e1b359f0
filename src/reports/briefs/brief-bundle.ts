import { join } from 'node:path';
import type { Language } from '../../language/language.js';
import { wordsOf } from '../../language/words.js';
import { indexPage } from '../bundles/index-page.js';
import { replaceFile, writeFiles, type BundledFile, type MadeFile } from '../bundles/write-files.js';
import { csvText } from '../csv-table.js';

/** A document about one thing in one language. */
export interface BundledBrief extends BundledFile {
  /** Kind of brief: the name of its folder. */
  readonly report: string;
  readonly code: string;
  /** Of what it is about, in its language. */
  readonly name: string;
  readonly language: Language;
}

/** A brief as it lies in the directory. */
export type MadeBrief = MadeFile<BundledBrief>;

/** How a bundle is called and where it is listed. */
export interface BundleNames {
  /** File with a row for each. */
  readonly list: string;
  /** Key of the message that heads the page that leads to each. */
  readonly title: string;
}

export const BRIEFS: BundleNames = { list: 'briefs.csv', title: 'brief.bundle.title' };

/**
 * Writes documents into a directory and lists them in a table and in `index.html`.
 * @param state as for `writeFiles`
 */
export async function writeBundle(
  directory: string,
  state: string,
  briefs: readonly BundledBrief[],
  tell: (done: number, last: MadeBrief) => void,
  names = BRIEFS,
): Promise<readonly MadeBrief[]> {
  const made = await writeFiles(directory, state, briefs, tell);
  await replaceFile(join(directory, names.list), listOf(made));
  await replaceFile(join(directory, 'index.html'), indexOf(made, names));
  return made;
}

function listOf(made: readonly MadeBrief[]): string {
  return csvText({
    columns: ['report', 'code', 'name', 'language', 'file', 'bytes', 'sha256'],
    rows: made.map((one) => ({ ...one })),
  });
}

/** A page that leads to each, by language; in the words of each. */
function indexOf(made: readonly MadeBrief[], { title }: BundleNames): string {
  const languages = [...new Set(made.map(({ language }) => language))];
  const [first = 'en'] = languages;
  return indexPage(
    first,
    wordsOf(first).t(title),
    languages.map((language) => ({
      language,
      heading: `${wordsOf(language).t(title)} (${language})`,
      links: wordsOf(language)
        .inOrder(made.filter((one) => one.language === language))
        .map(({ file, name, report }) => ({ file, text: name, remark: report })),
    })),
  );
}
