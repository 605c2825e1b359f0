/** A fault at one place of what was sent: a row of a file, a field of a body, a query parameter. */
export interface ProblemPart {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Row of the spreadsheet, 1 = header. */
  readonly row?: number;
  /** Column as in the spreadsheet, e.g. { letter: 'C', name: 'year' }. */
  readonly column?: { readonly letter: string; readonly name: string };
  /** JSON pointer into the body, or `?name` for a query parameter. */
  readonly pointer?: string;
  readonly value?: string;
}

/**
 * An expected failure, told to the person who can mend it. `code` is stable: it names the problem's type URI and its
 * words in the message files (`problem.<code>.title`, `problem.<code>.detail`, filled with `params`).
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    /** HTTP status the doors answer with. */
    readonly status: number,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly parts: readonly ProblemPart[] = [],
    /** Further members of the answer, e.g. the report of a refused file. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}
