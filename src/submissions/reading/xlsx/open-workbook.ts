import { Problem } from '../../../platform/problem.js';
import { shownValue } from '../../checking/row-problem.js';
import type { SheetRow } from '../../checking/sheet-row.js';
import type { ByteSource } from '../byte-source.js';
import type { HeaderTest } from '../guess-dialect.js';
import type { Grid } from '../grid.js';
import { ReadingRepairs, RepairLog } from '../repair.js';
import { damaged, openArchive, type Archive } from './archive.js';
import { readCellFormats } from './cell-formats.js';
import { mergedCells } from './merged-cells.js';
import { readSharedStrings } from './shared-strings.js';
import { sheetRows, type SheetContext } from './sheet-rows.js';
import { readWorkbook, type SheetPart } from './workbook.js';

/** Sheets and rows of each that are looked at for a table. */
const LOOKED_AT = { sheets: 50, rows: 60 } as const;

/**
 * Opens a spreadsheet (.xlsx, .xlsm): the sheet that was asked for, else the first visible one that has a table in it.
 * @throws Problem damaged_spreadsheet, protected_spreadsheet, unpacks_too_large, unknown_sheet, no_sheet_with_rows
 */
export async function openWorkbook(
  source: ByteSource,
  told?: string,
  isHeader: HeaderTest = () => false,
): Promise<Grid> {
  try {
    return await open(source, told, isHeader);
  } catch (error) {
    throw damaged(error);
  }
}

async function open(source: ByteSource, told: string | undefined, isHeader: HeaderTest): Promise<Grid> {
  const archive = await openArchive(source);
  const workbook = await readWorkbook(archive);
  const context = {
    strings: await readSharedStrings(archive, workbook.stringsPart),
    formats: await readCellFormats(archive, workbook.stylesPart),
    is1904: workbook.is1904,
  };
  const sheet =
    told === undefined
      ? await sheetWithTable(archive, workbook.sheets, context, isHeader)
      : named(told, workbook.sheets);
  const repairs = new ReadingRepairs(repairsOfSheets(sheet, workbook.sheets));
  const whole = { ...context, merged: await mergedCells(archive.read(sheet.part)) };
  return {
    rows: () => sheetRows(archive.read(sheet.part), whole, repairs.begin()),
    get repairs() {
      return repairs.repairs;
    },
    questions: [],
    sheet: sheet.name,
  };
}

function named(name: string, sheets: readonly SheetPart[]): SheetPart {
  const sheet = sheets.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase());
  if (sheet !== undefined) return sheet;
  const known = shownValue(sheets.map((each) => each.name).join(', '));
  throw new Problem('unknown_sheet', 422, { sheet: shownValue(name), known });
}

/** Tells of the sheets that are not read. */
function repairsOfSheets(sheet: SheetPart, sheets: readonly SheetPart[]): RepairLog {
  const repairs = new RepairLog();
  const others = sheets.filter((each) => each !== sheet && !each.isHidden);
  const hidden = sheets.filter((each) => each !== sheet && each.isHidden);
  const names = (parts: readonly SheetPart[]): string => shownValue(parts.map(({ name }) => name).join(', '));
  if (others.length > 0) {
    repairs.add('other_sheets', undefined, { sheet: sheet.name, others: names(others) }, others.length);
  }
  if (hidden.length > 0) repairs.add('hidden_sheets', undefined, { sheets: names(hidden) }, hidden.length);
  return repairs;
}

/** The first visible sheet with headers that are known, else with a table of figures, else with anything at all. */
async function sheetWithTable(
  archive: Archive,
  sheets: readonly SheetPart[],
  context: Omit<SheetContext, 'merged'>,
  isHeader: HeaderTest,
): Promise<SheetPart> {
  let best: { readonly sheet: SheetPart; readonly rank: number } | undefined;
  for (const sheet of sheets.filter(({ isHidden }) => !isHidden).slice(0, LOOKED_AT.sheets)) {
    const rank = rankOf(await firstRows(archive, sheet, context), isHeader);
    if (rank > (best?.rank ?? 0)) best = { sheet, rank };
    if (rank === KNOWN_HEADER) break;
  }
  if (best === undefined) throw new Problem('no_sheet_with_rows', 422);
  return best.sheet;
}

const KNOWN_HEADER = 3;

function rankOf(rows: readonly SheetRow[], isHeader: HeaderTest): number {
  if (rows.some(({ cells }) => cells.filter(isHeader).length >= 2)) return KNOWN_HEADER;
  const filled = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length >= 3);
  const hasFigures = filled.some(({ cells }) => cells.some((cell) => /^-?\d/.test(cell)));
  return filled.length >= 2 && hasFigures ? 2 : Math.min(1, rows.length);
}

async function firstRows(
  archive: Archive,
  { part }: SheetPart,
  context: Omit<SheetContext, 'merged'>,
): Promise<readonly SheetRow[]> {
  const first: SheetRow[] = [];
  const rows = sheetRows(archive.read(part), { ...context, merged: new Map() }, new RepairLog());
  for await (const batch of rows) {
    first.push(...batch.slice(0, LOOKED_AT.rows - first.length));
    if (first.length >= LOOKED_AT.rows) break;
  }
  return first;
}
