import type { ToldKind, TranslatedTexts } from './catalogue.js';
import { inEachLanguage } from './in-each-language.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';
import type { SeedFields } from './seed-fields.js';
import { sourceTexts, type ToldParts } from './source-texts.js';

const COLUMNS = { required: ['kind', 'code', 'field', 'text', 'translation'] };

const KINDS = [
  'framework',
  'unit',
  'ladder',
  'ladder_example',
  'phrase',
  'indicator',
  'commitment',
  'crosswalk',
] as const satisfies ToldKind[];

/**
 * texts/*.csv: definitions, reasons and units in the languages of the pages, one file each; `draft` until a reader of
 * the language has agreed. A row that translates nothing the catalogue says is a fault.
 */
export function checkTexts(
  seeds: SeedDirectory,
  parts: ToldParts,
  faults: SeedFault[],
): Readonly<Record<string, TranslatedTexts>> {
  // One slip is one fault: rows are held against a catalogue only where that has none.
  const known = faults.length > 0 ? undefined : knownTexts(parts);
  return inEachLanguage('texts', seeds, faults, (file) => {
    const rows = fieldsOf(seeds, file, COLUMNS, faults);
    checkUnique(rows, ['kind', 'code', 'field']);
    const texts: Partial<Record<ToldKind, Record<string, Record<string, string>>>> = {};
    for (const row of rows) {
      const kind = row.oneOf('kind', KINDS);
      const code = row.text('code');
      if (known !== undefined) checkWanted(row, known.get(kind));
      row.oneOf('translation', ['draft', 'reviewed']);
      ((texts[kind] ??= {})[code] ??= {})[row.text('field')] = row.text('text');
    }
    return texts;
  });
}

type KnownTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

function checkWanted(row: SeedFields, known: KnownTexts = new Map()): void {
  const fields = known.get(row.reference('code', known, 'text of this kind about'));
  if (fields !== undefined) row.reference('field', fields, 'field with such a text');
}

function knownTexts(parts: ToldParts): ReadonlyMap<ToldKind, KnownTexts> {
  const known = new Map<ToldKind, Map<string, Map<string, string>>>();
  for (const { kind, code, field, text } of sourceTexts(parts)) {
    const ofKind = known.get(kind) ?? new Map<string, Map<string, string>>();
    known.set(kind, ofKind.set(code, (ofKind.get(code) ?? new Map<string, string>()).set(field, text)));
  }
  return known;
}
