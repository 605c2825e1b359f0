import { Problem } from '../../platform/problem.js';
import { headOf, type ByteSource } from './byte-source.js';
import { detectEncoding } from './detect-encoding.js';
import { fileKind, HEAD } from './file-kind.js';
import type { Grid, GridHints } from './grid.js';
import { ReadingRepairs, RepairLog } from './repair.js';
import { textRows, textStart } from './text-grid.js';
import { openWorkbook } from './xlsx/open-workbook.js';

/**
 * Opens whatever people send as a table: delimited text in any encoding and dialect, or a spreadsheet (.xlsx).
 * @throws Problem with the reason when it is neither, is damaged, or could unpack to more than can be read
 */
export async function openGrid(source: ByteSource, hints: GridHints = {}): Promise<Grid> {
  const kind = fileKind(await headOf(source, HEAD));
  if (typeof kind === 'object') throw new Problem(kind.refused, 415);
  return kind === 'zip' ? openWorkbook(source, hints.sheet, hints.isHeader) : openText(source, hints);
}

async function openText(source: ByteSource, hints: GridHints): Promise<Grid> {
  const encoding = await detectEncoding(source, hints.encoding);
  const start = await textStart(source, encoding, hints.isHeader, hints.delimiter);
  const { dialect, newline, orderLine } = start;
  const told = new RepairLog();
  if (encoding.encoding !== 'utf-8') {
    told.add('encoding', encoding.example, { encoding: encoding.encoding });
  }
  if (encoding.markLength > 0) told.add('byte_order_mark');
  if (orderLine !== '') {
    told.add('sep_line', { row: 1, before: orderLine.trim(), after: '' });
  }
  if (dialect.delimiter !== ',') {
    const delimiter = dialect.delimiter === '\t' ? 'tab' : dialect.delimiter;
    told.add('delimiter', undefined, { delimiter });
  }
  if (dialect.quote === "'" || dialect.escape === 'backslash') {
    told.add('quotes', undefined, { quote: dialect.quote ?? '', escape: dialect.escape });
  }
  if (dialect.isWrapped === true) told.add('rows_quoted_whole');
  const repairs = new ReadingRepairs(told);
  return {
    rows: () => textRows(source, encoding, start, repairs.begin()),
    get repairs() {
      return repairs.repairs;
    },
    questions: encoding.question === undefined ? [] : [encoding.question],
    encoding: encoding.encoding,
    delimiter: dialect.delimiter,
    newline,
  };
}
