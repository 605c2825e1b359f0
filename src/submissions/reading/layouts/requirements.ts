import { nearestWord } from '../../../platform/nearest-word.js';
import { suggestionParams } from '../../../platform/suggestion.js';
import {
  COLUMNS,
  foldHeader,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
  type ColumnName,
} from '../../checking/columns.js';
import { shownValue } from '../../checking/row-problem.js';
import { headerMeaning } from '../header-words.js';
import { isSubAnnualHeader } from '../year-header.js';
import type { HeaderRow, LayoutProblem, Plan } from './layout.js';
import type { SortedHeader } from './plan.js';
import { isScaleUnit, saysScale } from './scale-words.js';
import { mappedIndex } from './sheet-columns.js';
import { isOfNumbers } from './wide-by-indicator.js';

/** What hinders the reading of a table whose header was found: nothing when the list is empty. */
export function hindrances(plan: Plan): readonly LayoutProblem[] {
  const { header } = plan;
  const problems = [...unknownMappings(header), ...(plan.publisher === undefined ? slipsOfThePen(plan) : [])];
  const { row } = header;
  const scale = header.given.scale === undefined ? scaleText(plan) : undefined;
  if (scale !== undefined) problems.push({ ...scale, code: 'scale_unclear', params: { text: scale.value } });
  const others = otherIndicators(plan);
  if (others.length > 0) {
    const params = { indicator: others.join(', '), given: header.given.constants?.indicator ?? '' };
    problems.push({ row, code: 'indicators_differ', params });
  } else if (plan.values.length === 0) {
    const numbers = plan.unread.filter((index) => isOfNumbers(header, index));
    const [only, ...more] = numbers;
    const column = only === undefined || more.length > 0 ? {} : placed(header, only);
    const code = more.length > 0 ? 'value_column_unclear' : 'indicator_needed';
    problems.push({ row, ...column, code, params: { columns: named(header, numbers) } });
  }
  for (const name of ['country', 'indicator', 'source'] as const) {
    if (isSaid(name, plan)) continue;
    if (name !== 'indicator') problems.push(missing(header, name));
    else if (plan.values.length > 0)
      problems.push({ row, code: 'indicator_needed', params: { columns: '' } });
  }
  return problems;
}

/** The one indicator that lines above a table name, word for word by its code or title. */
export function indicatorAbove({ above, vocabulary }: HeaderRow): string | undefined {
  const titles = above.flatMap(({ cells }) => cells.map((cell) => cell.trim()));
  const [code, ...others] = new Set(titles.flatMap((title) => vocabulary.indicator(title)?.code ?? []));
  return others.length === 0 ? code : undefined;
}

const MOST_UNIT_ROWS = 2;

/** A title, a header or a row of units by which the values are thousands or millions of something. */
function scaleText({ header, values, roles }: Plan): { row: number; value: string } | undefined {
  if (roles.multiplier !== undefined) return undefined;
  const headers = { row: header.row, cells: values.map(({ index }) => header.headers[index] ?? '') };
  for (const { row, cells } of [...header.above, headers]) {
    const text = cells.find(saysScale);
    if (text !== undefined) return { row, value: shownValue(text.trim()) };
  }
  for (const { row, cells } of header.sample.slice(0, MOST_UNIT_ROWS)) {
    const isUnderHeader = (roles.country ?? []).every((index) => (cells[index] ?? '').trim() === '');
    const text = isUnderHeader ? values.map(({ index }) => cells[index] ?? '').find(isScaleUnit) : undefined;
    if (text !== undefined) return { row, value: shownValue(text.trim()) };
  }
  return undefined;
}

/** What the title or the columns say the table is about, where the sender says another indicator. */
function otherIndicators({ header, values, roles, unread }: Plan): readonly string[] {
  const given = header.vocabulary.indicator(header.given.constants?.indicator ?? '')?.code;
  if (given === undefined || roles.indicator !== undefined) return [];
  const named = values.length > 0 ? [] : unread.map((index) => header.headers[index] ?? '');
  const columns = named.flatMap((name) => header.vocabulary.indicator(name.trim())?.code ?? []);
  const above = indicatorAbove(header);
  const said = values.flatMap(({ says }) => header.vocabulary.indicator(says.indicator ?? '')?.code ?? []);
  const others = [...columns, ...(said.includes(given) ? [] : said), ...(above === undefined ? [] : [above])];
  return [...new Set(others)].filter((code) => code !== given);
}

/** Why no row of a sheet is a header that can be read, told of the row that is most like one. */
export function lackingIn({ sheet, roles, years, unknown }: SortedHeader): readonly LayoutProblem[] {
  const { row, headers } = sheet;
  const subAnnual = headers.findIndex(isSubAnnualHeader);
  if (subAnnual !== -1 && years.length === 0 && roles.year === undefined) {
    return [
      { row, ...placed(sheet, subAnnual), code: 'not_annual', params: { parts: headers[subAnnual] ?? '' } },
    ];
  }
  const constants = sheet.given.constants ?? {};
  const lacking = REQUIRED_COLUMNS.filter((name) => {
    if (years.length > 0 && (name === 'year' || name === 'value')) return false;
    const isSaid = roles[name] !== undefined || (constants[name] ?? '') !== '';
    return !isSaid && !(name === 'source' && sheet.given.fallbackSource !== undefined);
  });
  return [
    ...unknownMappings(sheet),
    ...unknown
      .filter((index) => (headers[index] ?? '').trim() !== '' && !isForAreas(sheet, index))
      .slice(0, 50)
      .map((index) => unknownColumn(sheet, index, COLUMNS)),
    ...lacking.map((name) => missing(sheet, name)),
  ];
}

function isSaid(
  name: 'country' | 'indicator' | 'source',
  { roles, values, header, publisher, indicatorAbove }: Plan,
): boolean {
  const { constants = {}, fallbackSource } = header.given;
  if (roles[name] !== undefined || (constants[name] ?? '') !== '') return true;
  if (name === 'indicator' && indicatorAbove !== undefined) return true;
  if (name === 'source') return publisher !== undefined || fallbackSource !== undefined;
  return values.length > 0 && values.every(({ says }) => says[name] !== undefined);
}

function isForAreas({ headers }: HeaderRow, index: number): boolean {
  return headerMeaning(headers[index] ?? '')?.role === 'country';
}

/** A column that is not there; one that is for areas may hold numbers of a list that is not known here. */
function missing(header: HeaderRow, name: ColumnName): LayoutProblem {
  const { row, headers, sample } = header;
  const index = name === 'country' ? headers.findIndex((_, at) => isForAreas(header, at)) : -1;
  if (index !== -1) {
    const filled = sample.map(({ cells }) => (cells[index] ?? '').trim()).find((cell) => cell !== '');
    const params = { code: shownValue(filled ?? '') };
    return { row, ...placed(header, index), code: 'area_codes_of_another_list', params };
  }
  const params = { name, expected: REQUIRED_COLUMNS.join(', '), optional: OPTIONAL_COLUMNS.join(', ') };
  return { row, code: 'missing_column', params };
}

function unknownMappings({ given, headers, columns, row }: HeaderRow): LayoutProblem[] {
  return Object.keys(given.mapping ?? {})
    .filter((key) => mappedIndex(key, headers, columns) === -1)
    .map((key) => ({
      row,
      code: 'mapped_column_missing',
      value: shownValue(key),
      params: { name: shownValue(key) },
    }));
}

/**
 * Unknown headers so near to a column of ours which the file does not have that passing them over would lose what
 * stands in them. For columns that may be absent the first letter must be right: words of four letters are all near.
 */
function slipsOfThePen({ header, roles, unread, values }: Plan): LayoutProblem[] {
  const isThere = (name: ColumnName): boolean =>
    roles[name] !== undefined ||
    (name === 'value' && values.length > 0) ||
    values.some(({ says }) => name in says);
  const absent = COLUMNS.filter((name) => !isThere(name));
  const others = unread.filter((index) => !isForAreas(header, index));
  return others.slice(0, 200).flatMap((index) => {
    const problem = unknownColumn(header, index, absent);
    const { suggestion = '' } = problem.params ?? {};
    const word = foldHeader(header.headers[index] ?? '');
    const isSlip =
      suggestion !== '' &&
      (REQUIRED_COLUMNS.some((name) => name === suggestion) ||
        word.startsWith(String(suggestion).slice(0, 1)));
    return isSlip ? [problem] : [];
  });
}

function unknownColumn(header: HeaderRow, index: number, names: readonly string[]): LayoutProblem {
  const text = header.headers[index] ?? '';
  const suggestion = text.length > 100 ? undefined : nearestWord(foldHeader(text), names);
  const params = { known: COLUMNS.join(', '), ...suggestionParams(suggestion) };
  return {
    row: header.row,
    ...placed(header, index),
    code: 'unknown_column',
    value: shownValue(text),
    params,
  };
}

export function placed({ columns }: HeaderRow, index: number): Pick<LayoutProblem, 'column'> {
  const column = columns[index];
  return column === undefined ? {} : { column };
}

const MOST_NAMED = 20;

/** Columns as a text: `F (region), G (notes)`. */
export function named({ columns }: HeaderRow, indexes: readonly number[]): string {
  const texts = indexes.slice(0, MOST_NAMED).map((index) => {
    const { letter = '', name = '' } = columns[index] ?? {};
    return `${letter} (${name})`;
  });
  return [...texts, ...(indexes.length > MOST_NAMED ? ['…'] : [])].join(', ');
}
