/** One thing that is wrong in a seed file, said so that whoever edits the file can mend it. */
export interface SeedFault {
  /** Path inside the seeds directory, e.g. `observations/sources.csv`. */
  readonly file: string;
  /** 1 = first line of the file; absent when the fault is not in a line, e.g. a file that is not there. */
  readonly line?: number;
  /** Column of a table, or dotted path in a JSON file. */
  readonly field?: string;
  /** The offending value as it stands in the file. */
  readonly value?: string;
  /** What is wrong, a whole sentence. */
  readonly sentence: string;
  /** What a right value looks like. */
  readonly hint: string;
}

/** One fault on one line of text: `goals.csv, line 7, principle "P9": ... ` */
export function describeFault({ file, line, field, value, sentence, hint }: SeedFault): string {
  const place = [
    file,
    ...(line === undefined ? [] : [`line ${String(line)}`]),
    ...(field === undefined ? [] : [value === undefined ? field : `${field} "${value}"`]),
  ];
  return `${place.join(', ')}: ${sentence} ${hint}`.trimEnd();
}
