import { posix } from 'node:path';
import { Problem } from '../../../platform/problem.js';
import type { Archive } from './archive.js';
import { attribute, walkXml } from './xml-walk.js';

export interface SheetPart {
  readonly name: string;
  /** Entry of the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  /** Sheets of cells, in their order. */
  readonly sheets: readonly SheetPart[];
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly stylesPart?: string;
  readonly stringsPart?: string;
}

/** Files in a zip that are not ours to read, by an entry they have. */
const OTHERS: readonly { readonly entry: RegExp; readonly code: string }[] = [
  { entry: /^xl\/workbook\.bin$/i, code: 'binary_spreadsheet' },
  { entry: /^content\.xml$/i, code: 'open_document' },
  { entry: /^index\/.*\.iwa$|^index\.zip$/, code: 'numbers_file' },
  { entry: /^(word|ppt)\//i, code: 'document_file' },
];
const MOST_SHEETS = 1_000;

/** @throws Problem binary_spreadsheet, open_document, numbers_file, document_file, compressed_file (415) */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = await workbookPart(archive);
  if (part === undefined) {
    const other = OTHERS.find(({ entry }) => archive.names.some((name) => entry.test(name)));
    throw new Problem(other?.code ?? 'compressed_file', 415);
  }
  const relations = await relationsOf(archive, part);
  const sheets: SheetPart[] = [];
  /** One part under many names would be read as often. */
  const parts = new Set<string>();
  let is1904 = false;
  await walkXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation?.type !== 'worksheet' || parts.has(relation.part)) return;
      parts.add(relation.part);
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: relation.part, isHidden });
    },
  });
  const partOf = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type)?.part;
  const stylesPart = partOf('styles');
  const stringsPart = partOf('sharedStrings');
  return {
    sheets,
    is1904,
    ...(stylesPart === undefined ? {} : { stylesPart }),
    ...(stringsPart === undefined ? {} : { stringsPart }),
  };
}

async function workbookPart(archive: Archive): Promise<string | undefined> {
  const relations = await relationsOf(archive, '');
  const named = [...relations.values()].find(({ type }) => type === 'officeDocument')?.part;
  return [named, 'xl/workbook.xml'].find(
    (part) => part?.endsWith('.xml') === true && isWorkbook(archive, part),
  );
}

function isWorkbook(archive: Archive, part: string): boolean {
  return archive.has(part) && !/^(word|ppt)\//i.test(part);
}

interface Relation {
  /** The last word of its type, e.g. `worksheet`. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to, by id. */
async function relationsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part === '' ? '' : posix.dirname(part);
  const entry = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  await walkXml(archive.read(entry), {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(id, { type: posix.basename(type), part: path });
    },
  });
  return relations;
}
