import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { csvLines, type CsvCell } from '../csv-table.js';
import type { CodeLists } from './code-lists.js';
import type { Component } from './flow.js';
import type { Row } from './row.js';

/** How a table of data is written: names beside codes, and keys in one cell. */
export interface CsvOptions {
  readonly labels: 'id' | 'name' | 'both';
  readonly keys: 'none' | 'obs' | 'series' | 'both';
}

/** What the data of a message are of, and which components are shown. */
export interface Shown {
  /** What was asked for: a flow, or its data structure. */
  readonly context: 'dataflow' | 'datastructure';
  /** As in `IWW:SCORES(1.0)`. */
  readonly reference: string;
  readonly name: string;
  /** Dimensions, the period, measures and attributes, in their order. */
  readonly components: readonly Component[];
  readonly lists: CodeLists;
  readonly language: Language;
}

/** Rows of data as SDMX-CSV 2.0, piece by piece. Source: SDMX-CSV 2.0, field guide of the data message. */
export async function* dataCsv(
  groups: AsyncIterable<readonly Row[]>,
  shown: Shown,
  options: CsvOptions,
): AsyncGenerator<string> {
  yield csvLines([header(shown, options)]);
  for await (const rows of groups) {
    if (rows.length > 0) yield csvLines(rows.map((row) => line(row, shown, options)));
  }
}

function header({ components, language }: Shown, { labels, keys }: CsvOptions): readonly CsvCell[] {
  return [
    'STRUCTURE',
    'STRUCTURE_ID',
    ...(labels === 'name' ? ['STRUCTURE_NAME'] : []),
    'ACTION',
    ...(keys === 'series' || keys === 'both' ? ['SERIES_KEY'] : []),
    ...(keys === 'obs' || keys === 'both' ? ['OBS_KEY'] : []),
    ...components.flatMap(({ id }) => labelled(id, translate(language, `sdmx.concept.${id}`), labels)),
  ];
}

function line({ action, values }: Row, shown: Shown, { labels, keys }: CsvOptions): readonly CsvCell[] {
  const key = shown.components.filter(({ role }) => role === 'dimension').map(({ id }) => values[id] ?? '');
  const period = shown.components.filter(({ role }) => role === 'time').map(({ id }) => values[id] ?? '');
  return [
    shown.context,
    ...labelled(shown.reference, shown.name, labels),
    action,
    ...(keys === 'series' || keys === 'both' ? [key.join('.')] : []),
    ...(keys === 'obs' || keys === 'both' ? [[...key, ...period].join('.')] : []),
    ...shown.components.flatMap(({ id, codes }) => {
      const value = values[id];
      const name = codes === undefined ? undefined : shown.lists.get(codes)?.get(String(value))?.name;
      return labelled(value, name, labels);
    }),
  ];
}

/** A value with its name: behind it, in a cell of its own, or not at all. */
function labelled(
  value: CsvCell,
  name: string | undefined,
  labels: CsvOptions['labels'],
): readonly CsvCell[] {
  if (labels === 'name') return [value, name];
  return [labels === 'both' && name !== undefined ? `${String(value)}: ${name}` : value];
}
