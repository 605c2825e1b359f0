import { Problem } from '../../platform/problem.js';
import { headOf, type ByteSource } from './byte-source.js';
import { detectEncoding } from './detect-encoding.js';
import { fileKind, HEAD } from './file-kind.js';
import type { Grid, GridHints } from './grid.js';
import { RepairLog } from './repair.js';
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
  const repairs = new RepairLog();
  if (encoding.encoding !== 'utf-8') {
    repairs.add('encoding', encoding.example, { encoding: encoding.encoding });
  }
  if (encoding.markLength > 0) repairs.add('byte_order_mark');
  if (orderLine !== '') {
    repairs.add('sep_line', { row: 1, before: orderLine.trim(), after: '' });
  }
  if (dialect.delimiter !== ',') {
    const delimiter = dialect.delimiter === '\t' ? 'tab' : dialect.delimiter;
    repairs.add('delimiter', undefined, { delimiter });
  }
  if (dialect.quote === "'" || dialect.escape === 'backslash') {
    repairs.add('quotes', undefined, { quote: dialect.quote ?? '', escape: dialect.escape });
  }
  if (dialect.isWrapped === true) repairs.add('rows_quoted_whole');
  let passes = 0;
  return {
    // Further readings would count the same repairs again.
    rows: () => textRows(source, encoding, start, passes++ === 0 ? repairs : new RepairLog()),
    get repairs() {
      return repairs.repairs;
    },
    questions: encoding.question === undefined ? [] : [encoding.question],
    encoding: encoding.encoding,
    delimiter: dialect.delimiter,
    newline,
  };
}
