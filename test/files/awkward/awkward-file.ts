import type { AnswerTexts } from '../../../src/submissions/checking/answers.js';

/** A file as people send them, and what is right to make of it. */
export interface AwkwardFile {
  readonly name: string;
  readonly content: Buffer | string;
  readonly answers?: AnswerTexts;
  /** Row, area, indicator, year and value of each figure, as `2 KEN UI_NETUSE 2020 61.5`; in the order of the file. */
  readonly figures?: readonly string[];
  /** Code and cell of each problem, as `unknown_area 3A`. */
  readonly problems?: readonly string[];
  /** Codes of repairs that must be listed, perhaps with their count, as `text_line 2`. */
  readonly repairs?: readonly string[];
  /** Code of the reason why the file as a whole is refused. */
  readonly refused?: string;
  /** Codes of what its sender is asked. */
  readonly asked?: readonly string[];
}

/** Header of the long layout. */
export const HEADER = 'country,indicator,year,value,source';

/** A long table of one indicator from lines such as `KEN,2020,61.5`. */
export function longTable(...lines: readonly string[]): string {
  const rows = lines.map((line) => {
    const [area = '', year = '', ...value] = line.split(',');
    return `${area},UI_NETUSE,${year},${value.join(',')},Survey`;
  });
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** A long table with the values given, one a year from 2001 on, of Kenya. */
export function valuesTable(indicator: string, values: readonly string[], delimiter = '\t'): string {
  const header = HEADER.replaceAll(',', delimiter);
  const rows = values.map((value, at) =>
    ['KEN', indicator, String(2001 + at), value, 'Survey'].join(delimiter),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

/** Figures of Kenya, one a year from 2001 on, as `valuesTable` has them; `undefined` where none is read. */
export function valuesRead(indicator: string, values: readonly (number | undefined)[]): readonly string[] {
  return values.flatMap((value, at) =>
    value === undefined ? [] : [`${String(at + 2)} KEN ${indicator} ${String(2001 + at)} ${String(value)}`],
  );
}
