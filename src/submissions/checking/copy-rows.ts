import { printTookPart } from '../../catalogue/took-part.js';
import type { GoodRow } from './staged-row.js';

/** The integer keys growing tables use for codes. */
export interface RowKeys {
  areaId(code: string): number | undefined;
  indicatorId(code: string): number | undefined;
}

/** Takes what `copyRows` makes: PostgreSQL's binary form, in which no number has to be written out and read again. */
export const COPY_ROWS = `COPY staged_row (area_id, submission_id, ordinal, row_number, indicator_id, year, value, status,
  source, edition, note, evidence, took_part, confidence) FROM STDIN (FORMAT binary)`;

const COLUMN_COUNT = 14;
const SIGNATURE = Buffer.from('PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const END = Buffer.from([0xff, 0xff]);
/** Bytes of a row without its texts. */
const NUMBERS = 2 + 5 * 8 + 6 + 12;
const NOTHING = -1;

/**
 * Good rows as the staging table takes them, a piece for each batch.
 * @throws RangeError when a row's code has no key
 */
export async function* copyRows(
  submissionId: number,
  batches: AsyncIterable<readonly GoodRow[]>,
  keys: RowKeys,
): AsyncGenerator<Buffer> {
  yield SIGNATURE;
  let ordinal = 0;
  const piece = new Piece();
  for await (const batch of batches) {
    for (const row of batch) {
      const areaId = keys.areaId(row.area);
      const indicatorId = keys.indicatorId(row.indicator);
      if (areaId === undefined || indicatorId === undefined) {
        throw new RangeError(`No key for ${row.area} or ${row.indicator}`);
      }
      piece.begin();
      piece.integer(areaId);
      piece.integer(submissionId);
      piece.integer(++ordinal);
      piece.integer(row.row);
      piece.integer(indicatorId);
      piece.smallInteger(row.year);
      piece.double(row.value);
      piece.word(row.status);
      piece.word(row.source);
      piece.word(row.edition);
      piece.text(row.note);
      piece.text(row.evidence);
      piece.text(row.tookPart && printTookPart(row.tookPart));
      piece.text(row.confidence);
    }
    yield piece.taken();
  }
  yield END;
}

const SMALLEST = 65_536;
/** Different texts whose bytes are remembered: sources and editions come again in row after row. */
const MOST_WORDS = 1_000;

/** Bytes that grow as fields are added; each has its length before it. */
class Piece {
  private bytes = Buffer.allocUnsafe(SMALLEST);
  private view = viewOf(this.bytes);
  private length = 0;
  private readonly words = new Map<string, Buffer>();

  begin(): void {
    this.reserve(NUMBERS);
    this.view.setInt16(this.length, COLUMN_COUNT);
    this.length += 2;
  }

  integer(value: number): void {
    this.view.setInt32(this.length, 4);
    this.view.setInt32(this.length + 4, value);
    this.length += 8;
  }

  smallInteger(value: number): void {
    this.view.setInt32(this.length, 2);
    this.view.setInt16(this.length + 4, value);
    this.length += 6;
  }

  double(value: number): void {
    this.view.setInt32(this.length, 8);
    this.view.setFloat64(this.length + 4, value);
    this.length += 12;
  }

  /** A text that comes again and again. */
  word(text: string): void {
    let word = this.words.get(text);
    if (word === undefined) {
      word = Buffer.from(text);
      if (this.words.size < MOST_WORDS) this.words.set(text, word);
    }
    this.add(word);
  }

  text(text: string | undefined): void {
    if (text !== undefined) {
      this.add(Buffer.from(text));
      return;
    }
    this.reserve(4);
    this.view.setInt32(this.length, NOTHING);
    this.length += 4;
  }

  /** What was added since the last time. */
  taken(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(Math.max(SMALLEST, this.length));
    this.view = viewOf(this.bytes);
    this.length = 0;
    return taken;
  }

  private add(bytes: Buffer): void {
    this.reserve(4 + bytes.length);
    this.view.setInt32(this.length, bytes.length);
    this.bytes.set(bytes, this.length + 4);
    this.length += 4 + bytes.length;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const bytes = Buffer.allocUnsafe(2 * (this.length + more));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
    this.view = viewOf(bytes);
  }
}

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}
