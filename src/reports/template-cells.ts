import type { Indicator } from '../catalogue/catalogue.js';
import { translate } from '../language/translate.js';
import { COLUMNS } from '../submissions/checking/columns.js';
import { NOT_READ } from '../submissions/reading/header-words.js';
import { exampleCell } from '../submissions/reading/example-row.js';
import type { Coverage, CoverageLine } from './coverage.js';
import { BYTE_ORDER_MARK, csvLines } from './csv-table.js';
import { templateHeader, type TemplateLanguage } from './template-columns.js';

export type TemplateCell = string | number | undefined;

/** Columns to look at and not to fill: the reader of files passes over them. Message keys `template.known.<name>`. */
const KNOWN_COLUMNS = ['name', 'unit', 'value', 'year', 'source'] as const;

/** All cells of a template, row by row: the header, the example, and a line for each indicator. */
export function templateCells(
  template: Coverage,
  language: TemplateLanguage,
): readonly (readonly TemplateCell[])[] {
  return [
    [
      ...COLUMNS.map((column) => templateHeader(column, language)),
      ...KNOWN_COLUMNS.map((name) => `${translate(language, `template.known.${name}`)} (${NOT_READ})`),
    ],
    exampleCells(template, language),
    ...template.lines.map((line) => lineCells(template.area.code, line)),
  ];
}

/** All lines of one length, with a byte order mark, so that spreadsheets read the letters right. */
export function templateCsv(template: Coverage, language: TemplateLanguage): string {
  const lines = templateCells(template, language);
  const width = lines[0]?.length ?? 0;
  return `${BYTE_ORDER_MARK}${csvLines(lines.map((cells) => Array.from({ length: width }, (_, i) => cells[i])))}`;
}

function lineCells(
  area: string,
  { indicator, nextYear: year, known }: CoverageLine,
): readonly TemplateCell[] {
  const { name, unit } = indicator;
  const filled = { country: area, indicator: indicator.code, year } as const;
  return [
    ...COLUMNS.map((column) => (column in filled ? filled[column as keyof typeof filled] : undefined)),
    ...[name, unit, known?.value, known?.year, known?.source],
  ];
}

/** Shows what a filled line looks like; marked, so that it is passed over when it is left in. */
function exampleCells(
  { area, lines, asOfYear }: Coverage,
  language: TemplateLanguage,
): readonly TemplateCell[] {
  const indicator = lines[0]?.indicator;
  return [
    exampleCell(area.code, language),
    indicator?.code,
    asOfYear - 1,
    indicator === undefined ? undefined : exampleValue(indicator),
    translate(language, 'template.example.source'),
    translate(language, 'template.example.note'),
    undefined,
    'estimated',
    'https://example.org/survey',
    'civil_society (12); government (3)',
    'high',
    translate(language, 'template.example.mark'),
  ];
}

/** A value that could be true: the middle of the goalposts, whole. */
function exampleValue({ goalposts }: Indicator): number {
  const [low, high] =
    goalposts.kind === 'band' ? [goalposts.low, goalposts.high] : [goalposts.worst, goalposts.best];
  const middle = (low + high) / 2;
  return Math.abs(middle) >= 1 ? Math.round(middle) : middle;
}
