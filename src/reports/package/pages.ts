import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Citation, Cited } from './citation.js';
import { partOf, type PartContent } from './package-part.js';
import type { TableFile } from './descriptor.js';
import type { TableRow } from './package-table.js';

/** The same from the sources and from the build. */
const reports = fileURLToPath(new URL('../../../reports/', import.meta.url));

/** What the pages of a package tell of. */
export interface Told {
  readonly about: Cited;
  readonly catalogue: Catalogue;
  readonly citation: Citation;
  /** As CSV. */
  readonly tables: readonly TableFile[];
  /** Rows of the table of what is not included. */
  readonly leftOut: readonly TableRow[];
}

/** Pages for people: what is in the package, terms, the method; and the script that computes the scores again. */
export async function accompanyingPages(told: Told): Promise<readonly PartContent[]> {
  const own = join(reports, 'package');
  const read = (path: string): Promise<string> => readFile(path, 'utf8');
  const method = await inFolder(join(reports, 'method'), '.md');
  const rebuild = await inFolder(join(own, 'rebuild'), '.mjs');
  return Promise.all([
    read(join(own, 'README.md')).then((page) => partOf('README.md', filled(page, told))),
    read(join(own, 'LICENSE.md')).then((page) => partOf('LICENSE.md', page)),
    ...method.map(async (file) => partOf(`method/${file}`, await read(join(reports, 'method', file)))),
    ...rebuild.map(async (file) => partOf(`rebuild/${file}`, await read(join(own, 'rebuild', file)))),
  ]);
}

async function inFolder(folder: string, ending: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
}

/** Puts in the place of `{{name}}` what it stands for. @throws RangeError when nothing is known by that name */
function filled(page: string, told: Told): string {
  const words: Readonly<Record<string, string>> = {
    title: told.citation.title,
    citation: told.citation.text,
    id: told.about.id,
    date: told.about.date,
    framework: told.catalogue.framework.name,
    asOfYear: String(told.catalogue.method.asOfYear),
    methodVersion: told.catalogue.method.version,
    tables: listOf(
      told.tables.map(({ table: { name, description }, part: { rows = 0 } }) => {
        const size = rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`;
        return `\`data/${name}.csv\` (${size}): ${description}`;
      }),
    ),
    notIncluded: notIncluded(told.leftOut),
  };
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`The page asks for "${name}", which is not known`);
    return word;
  });
}

/** One line for each series and reason, its editions together. */
function notIncluded(rows: readonly TableRow[]): string {
  if (rows.length === 0) return 'Nothing was left out.';
  const lines = new Map<string, { editions: string[]; figures: number; reason: string }>();
  for (const { indicator, organisation, source, edition, what, figures, reason } of rows) {
    const of = [organisation, source].filter(Boolean).join(', ');
    const name = `\`${String(indicator)}\` (${of}): ${what === 'scores' ? 'scores from ' : ''}`;
    const line = lines.get(name) ?? { editions: [], figures: 0, reason: String(reason) };
    line.editions.push(String(edition));
    line.figures += Number(figures);
    lines.set(name, line);
  }
  return listOf(
    [...lines].map(([name, { editions, figures, reason }]) => {
      const count = figures === 1 ? '1 figure' : `${figures.toLocaleString('en')} figures`;
      return `${name}${count} of ${editions.join('; ')}. ${reason}`;
    }),
  );
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
