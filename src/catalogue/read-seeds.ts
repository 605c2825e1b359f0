import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { nearestWord } from '../platform/nearest-word.js';
import { TRANSLATED_FILE } from './in-each-language.js';
import { parseSeedDocument } from './parse-seed-document.js';
import { parseSeedTable } from './parse-seed-table.js';
import type { SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';
import type { SeedTable } from './seed-record.js';
import { SeedsRefused } from './seeds-refused.js';

/** Every file a seeds directory may hold, beside texts for people (*.md), figures of indicators, and names and texts in other languages. */
export const SEED_FILES = [
  'framework.json',
  'method.json',
  'principles.csv',
  'goals.csv',
  'indicators.csv',
  'ladder.json',
  'ladder-examples.csv',
  'issues.csv',
  'action-lines.csv',
  'sdg-targets.csv',
  'objectives.csv',
  'commitments.csv',
  'crosswalk.csv',
  'areas.csv',
  'groups.csv',
  'population.csv',
  'communities.csv',
  'series-aliases.csv',
  'area-aliases.csv',
  'powers.csv',
  'weights.csv',
  'not-applicable.csv',
  'scale-traps.csv',
  'observations/sources.csv',
  'observations/comparable.csv',
] as const;

/** Figures: `observations/<INDICATOR>.csv`. */
export const FIGURES_FILE = /^observations\/([^/]+)\.csv$/;

/** Directories beside `observations` that are not read: other frameworks shown as examples. */
const LEFT_ALONE = new Set(['examples']);

/**
 * Reads all files of a seeds directory into records of text. What cannot be read becomes a fault; nothing is
 * interpreted yet.
 * @throws SeedsRefused when the directory itself cannot be read
 */
export async function readSeeds(directory: string): Promise<SeedDirectory> {
  const paths = await listFiles(directory);
  const tables = new Map<string, SeedTable>();
  const faults: SeedFault[] = [];
  for (const file of paths) {
    const isKnown =
      (SEED_FILES as readonly string[]).includes(file) ||
      FIGURES_FILE.test(file) ||
      TRANSLATED_FILE.test(file);
    if (!isKnown) {
      const near = nearestWord(file, SEED_FILES);
      const hint =
        near === undefined
          ? 'Remove it, or see README.md for the names of the files.'
          : `Did you mean ${near}?`;
      faults.push({ file, sentence: 'No seed file has this name.', hint });
      continue;
    }
    const bytes = await readFile(join(directory, file));
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      const hint = 'Save the file as "CSV UTF-8", not as plain "CSV".';
      faults.push({ file, sentence: 'The file is not UTF-8 text.', hint });
      continue;
    }
    const parsed = file.endsWith('.json') ? parseSeedDocument(file, text) : parseSeedTable(file, text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    tables.set(file, { file, fields: parsed.fields, records: parsed.records, sha256 });
    faults.push(...parsed.faults);
  }
  return { tables, faults };
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(
    (cause: unknown) => {
      const sentence = `The seeds directory "${directory}" cannot be read: it is missing or not a directory.`;
      throw new SeedsRefused(sentence, [], { cause });
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.endsWith('.md') && !path.split('/').some((part) => part.startsWith('.')))
    .filter((path) => !LEFT_ALONE.has(path.split('/')[0] ?? ''))
    .sort();
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
