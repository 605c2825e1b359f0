/** How rows end: in one way throughout, in several, or not at all. */
export type Newline = 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';

/** Makes every line end of a text a line feed, piece by piece, and tells of which kind they were. */
export class LineEnds {
  private held = '';
  /** Pieces of text that have each kind. */
  private readonly met = { LF: 0, CRLF: 0, CR: 0 };

  asLineFeeds(piece: string): string {
    const joined = this.held + piece;
    this.held = joined.endsWith('\r') ? '\r' : ''; // a line feed may follow
    const text = this.held === '' ? joined : joined.slice(0, -1);
    if (!text.includes('\r')) {
      if (text.includes('\n')) this.met.LF++;
      return text;
    }
    const withoutPairs = text.replaceAll('\r\n', '\n');
    const pairs = text.length - withoutPairs.length;
    if (pairs > 0) this.met.CRLF++;
    if (this.met.LF === 0 && countOf('\n', withoutPairs) > pairs) this.met.LF++;
    if (!withoutPairs.includes('\r')) return withoutPairs;
    this.met.CR++;
    return withoutPairs.replaceAll('\r', '\n');
  }

  /** What was held back at the end of the text. */
  rest(): string {
    if (this.held === '') return '';
    this.met.CR++;
    this.held = '';
    return '\n';
  }

  get kind(): Newline {
    const kinds = (['LF', 'CRLF', 'CR'] as const).filter((kind) => this.met[kind] > 0);
    return kinds.length > 1 ? 'mixed' : (kinds[0] ?? 'none');
  }
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
