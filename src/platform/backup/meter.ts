import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const LINE_END = 0x0a;

/** Lets bytes pass and measures them. In COPY's text format each line is one row: line ends within values are escaped. */
export class Meter extends Transform {
  bytes = 0;
  rows = 0;
  private readonly hash = createHash('sha256');

  /** @param tell told after each piece how many rows have passed */
  constructor(private readonly tell: (rows: number) => void = () => undefined) {
    super();
  }

  /** SHA-256 of what has passed, hex; to be asked once, at the end. */
  sha256(): string {
    return this.hash.digest('hex');
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += piece.length;
    this.hash.update(piece);
    for (let at = piece.indexOf(LINE_END); at !== -1; at = piece.indexOf(LINE_END, at + 1)) this.rows += 1;
    this.tell(this.rows);
    done(undefined, piece);
  }
}
