import type { Archive } from './archive.js';
import { walkXml } from './xml-walk.js';

/** What a number stands for by the way it is shown. */
export type CellFormat = 'number' | 'percent' | 'date';

/** Formats every spreadsheet knows by number. */
const BUILT_IN_PERCENT = new Set([9, 10]);
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The formats of a workbook, by the number that cells name them with. */
export async function readCellFormats(archive: Archive, part?: string): Promise<readonly CellFormat[]> {
  if (part === undefined) return [];
  const own = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  await walkXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const code = own.get(id);
        formats.push(code === undefined ? builtIn(id) : formatKind(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

function builtIn(id: number): CellFormat {
  if (BUILT_IN_PERCENT.has(id)) return 'percent';
  return isBuiltInDate(id) ? 'date' : 'number';
}

/** What a format code such as `0.0%`, `yyyy-mm-dd` or `#,##0 "people"` shows. Only its first section counts. */
export function formatKind(code: string): CellFormat {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  if (first.includes('%')) return 'percent';
  return /[ymd]/i.test(first) && !/general/i.test(first) && !/[#?]/.test(first) ? 'date' : 'number';
}
