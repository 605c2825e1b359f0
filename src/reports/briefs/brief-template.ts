import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../platform/refusal.js';

/** What a report can be about; each gives its template the data of one builder. */
const BRIEF_SUBJECTS = ['country', 'introduction', 'issue', 'community', 'overview', 'group'] as const;
export type BriefSubject = (typeof BRIEF_SUBJECTS)[number];

/** A kind of brief: a folder with a description (`report.json`) and a Typst template. */
export interface BriefTemplate {
  /** Name of the folder. */
  readonly name: string;
  readonly about: BriefSubject;
  /** Address of the template below the folder of folders, e.g. `/issue-brief/template.typ`. */
  readonly path: string;
  /** Own texts of the template by language; those of English where a language has none. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const DESCRIPTION = 'report.json';
const SHARED = 'shared';

/** The same from the sources and from the build. */
export const ourReports = fileURLToPath(new URL('../../../reports', import.meta.url));

/**
 * The kinds of briefs in folders below a directory, by name.
 * @throws Refusal in a sentence when a description cannot be used
 */
export function readBriefTemplates(directory: string): readonly BriefTemplate[] {
  return foldersOf(directory).flatMap((name) => {
    const text = readIf(join(directory, name, DESCRIPTION));
    return text === undefined ? [] : [templateOf(name, text, directory)];
  });
}

/** What templates may load, by address below the directory: what lies in the folders of reports and in `shared`. */
export function readTemplateFiles(directory: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const take = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) take(path);
      else if (/\.(typ|json|svg|png|jpg|csv)$/.test(entry.name)) {
        files.set(`/${relative(directory, path).replaceAll('\\', '/')}`, readFileSync(path));
      }
    }
  };
  foldersOf(directory)
    .filter((name) => name === SHARED || existsSync(join(directory, name, DESCRIPTION)))
    .forEach((name) => {
      take(join(directory, name));
    });
  return files;
}

function templateOf(name: string, text: string, directory: string): BriefTemplate {
  const refuse = (why: string): Refusal => new Refusal(`The report ${name} cannot be used: ${why}.`);
  const described = parse(text);
  if (described === undefined) throw refuse('its report.json is no JSON object');
  const { about, template = 'template.typ', texts = {} } = described;
  const subject = BRIEF_SUBJECTS.find((known) => known === about);
  if (subject === undefined) throw refuse(`"about" must be one of ${BRIEF_SUBJECTS.join(', ')}`);
  if (typeof template !== 'string' || readIf(join(directory, name, template)) === undefined)
    throw refuse(`its template ${String(template)} is not there`);
  if (!isTexts(texts)) throw refuse('"texts" must hold an object of texts for each language');
  return { name, about: subject, path: `/${name}/${template}`, texts };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is BriefTemplate['texts'] {
  const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null;
  return (
    isObject(value) &&
    Object.values(value).every(
      (texts) => isObject(texts) && Object.values(texts).every((text) => typeof text === 'string'),
    )
  );
}

function foldersOf(directory: string): readonly string[] {
  if (!existsSync(directory))
    throw new Refusal(`There is no directory ${directory} with reports (IWW_REPORTS).`);
  return readdirSync(directory)
    .filter((name) => statSync(join(directory, name)).isDirectory())
    .sort();
}

function readIf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
