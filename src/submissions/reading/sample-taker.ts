import { isUtf8 } from 'node:buffer';

/** A cell that has bytes above 127, as it stands in the file. */
export interface Sample {
  readonly bytes: Buffer;
  /** Line it stands on, counted from 1 by line ends. */
  readonly line: number;
}

const MOST_SAMPLES = 300;
const MOST_BYTES = 24_000;
const LONGEST = 600;
/** Signs between cells; none of them is the second byte of a character in any encoding. */
const BETWEEN = '\n\r\t,;"';

/** Gathers different cells that have bytes above 127 from a file whose encoding is not known yet. */
export class SampleTaker {
  private readonly found = new Map<string, Sample>();
  private held = '';
  private line = 1;
  private taken = 0;
  private hasUtf8 = false;

  look(chunk: Uint8Array): void {
    const text = this.held + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    this.take(text.slice(0, end));
    this.held = text.slice(end).slice(-100 * LONGEST); // nothing as long as that is a row
  }

  end(): readonly Sample[] {
    this.take(this.held);
    return [...this.found.values()];
  }

  private take(text: string): void {
    const cellEnd = /[\x80-\xff][^\n\r\t,;"]*/g;
    let counted = 0;
    for (let match = cellEnd.exec(text); match !== null; match = cellEnd.exec(text)) {
      let start = match.index;
      const least = Math.max(0, start - LONGEST);
      while (start > least && !BETWEEN.includes(text.charAt(start - 1))) start--;
      this.line += lineEnds(text.slice(counted, start));
      counted = start;
      this.keep(cut(text.slice(start, match.index + match[0].length)));
    }
    this.line += lineEnds(text.slice(counted));
  }

  /** Keeps the first cells and, wherever it stands, the first one that reads as UTF-8: it may be of another file. */
  private keep(cell: string): void {
    const isFull = this.found.size >= MOST_SAMPLES || this.taken >= MOST_BYTES;
    if (cell === '' || (isFull && this.hasUtf8) || this.found.has(cell)) return;
    const bytes = Buffer.from(cell, 'latin1');
    const couldBeUtf8 = !this.hasUtf8 && isUtf8(bytes);
    if (isFull && !couldBeUtf8) return;
    this.hasUtf8 ||= couldBeUtf8;
    this.found.set(cell, { bytes, line: this.line });
    this.taken += cell.length;
  }
}

/** A long cell ends at a space: those are no part of a character in any encoding. */
function cut(cell: string): string {
  return cell.length <= 2 * LONGEST ? cell : cell.slice(0, cell.lastIndexOf(' ', 2 * LONGEST) + 1);
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
