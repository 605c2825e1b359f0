import { shownValue } from '../../checking/row-problem.js';
import { foldCell } from '../fold-cell.js';
import { isMissingMarker } from '../missing-marker.js';
import type { BreakdownCensus } from './breakdowns.js';
import type { LayoutProblem, Plan } from './layout.js';
import { placed } from './requirements.js';
import { flagsOfRow } from './row-flags.js';
import { areaCell, indicatorCell, isBlank } from './table-row.js';

/** Whether a row of figures is read, passed over (with the column that says so), or cannot be read. */
export type RowJudgement =
  | { readonly read: true }
  | { readonly passedOver: string; readonly at: number }
  | { readonly problem: LayoutProblem };

const READ: RowJudgement = { read: true };

/** Judges what a row's layout says of it; its cells are judged later. */
export function judgeRow(
  plan: Plan,
  census: BreakdownCensus,
  row: number,
  cells: readonly string[],
): RowJudgement {
  const [action] = plan.roles.action ?? [];
  if (action !== undefined && /^d/i.test((cells[action] ?? '').trim())) {
    return { passedOver: 'deleted_row', at: action };
  }
  const part = plan.breakdowns.length === 0 ? READ : judgeParts(plan, census, row, cells);
  if (!('read' in part)) return part;
  const problem =
    faultOfWidth(plan, row, cells) ??
    faultOfAreas(plan, row, cells) ??
    faultOfIndicator(plan, row, cells) ??
    faultOfFlag(plan, row, cells);
  return problem === undefined ? faultOfMultiplier(plan, row, cells) : { problem };
}

function judgeParts(
  plan: Plan,
  census: BreakdownCensus,
  row: number,
  cells: readonly string[],
): RowJudgement {
  const { breakdowns, header } = plan;
  const indicator = indicatorCell(plan, cells)?.text ?? '';
  for (const [at, { index, kind }] of breakdowns.entries()) {
    const cell = (cells[index] ?? '').trim();
    const part = census.judge(at, cell, indicator);
    if (part === 'read') continue;
    if (part === 'passed_over') {
      return { passedOver: kind === 'frequency' ? 'not_annual_row' : 'part_row', at: index };
    }
    const params = { parts: shownValue(part.parts), name: header.columns[index]?.name ?? '' };
    const problem = { row, ...placed(header, index), code: part.refused, value: shownValue(cell), params };
    return { problem };
  }
  return READ;
}

function faultOfWidth(
  { roles, values, header, name }: Plan,
  row: number,
  cells: readonly string[],
): LayoutProblem | undefined {
  const width = header.headers.length;
  const needed = [roles.country?.[0], roles.indicator?.[0]];
  if (name === 'long') needed.push(roles.year?.[0], values[0]?.index, roles.source?.[0]);
  const least = 1 + Math.max(-1, ...needed.map((index) => index ?? -1));
  const params = { found: cells.length, expected: width };
  if (cells.length < least) return { row, code: 'too_few_cells', params };
  if (cells.length <= width) return undefined;
  const extra = cells.slice(width).find((cell) => !isBlank(cell));
  return extra === undefined
    ? undefined
    : { row, code: 'too_many_cells', value: shownValue(extra.trim()), params };
}

/** A code and a name that are of two areas: one of the columns slipped. */
function faultOfAreas(plan: Plan, row: number, cells: readonly string[]): LayoutProblem | undefined {
  const { roles, header } = plan;
  if (roles.country === undefined || roles.country.length < 2) return undefined;
  const own = areaCell(plan, cells);
  const area = own === undefined ? undefined : header.vocabulary.area(own.text);
  if (own === undefined || typeof area !== 'string') return undefined;
  for (const index of roles.country) {
    const text = (cells[index] ?? '').trim();
    const other = index === own.index || text === '' ? undefined : header.vocabulary.area(text);
    if (typeof other !== 'string' || other === area) continue;
    const params = {
      other: shownValue(text),
      otherColumn: header.columns[index]?.letter ?? '',
      area,
      otherArea: other,
    };
    return { row, ...placed(header, own.index), code: 'areas_differ', value: shownValue(own.text), params };
  }
  return undefined;
}

/** A row about another indicator than the one the sender says the file is of. */
function faultOfIndicator(plan: Plan, row: number, cells: readonly string[]): LayoutProblem | undefined {
  const { given, vocabulary } = plan.header;
  if (given.constants?.indicator === undefined) return undefined;
  const own = indicatorCell(plan, cells);
  const [found, said] = [
    vocabulary.indicator(own?.text ?? ''),
    vocabulary.indicator(given.constants.indicator),
  ];
  if (own === undefined || found === undefined || said === undefined || found.code === said.code)
    return undefined;
  const params = { indicator: found.code, given: said.code };
  return {
    row,
    ...placed(plan.header, own.index),
    code: 'indicators_differ',
    value: shownValue(own.text),
    params,
  };
}

/** A flag by which the figures of a row cannot be taken, such as that of a forecast. */
function faultOfFlag(plan: Plan, row: number, cells: readonly string[]): LayoutProblem | undefined {
  const index = [...(plan.roles.flag ?? []), ...(plan.roles.nature ?? [])].find(
    (flag) => (cells[flag] ?? '').trim() !== '',
  );
  if (index === undefined) return undefined;
  const code = flagsOfRow(plan, cells).find(({ fault }) => fault !== undefined)?.fault;
  const hasFigure = plan.values.some((value) => !isMissingMarker(foldCell(cells[value.index] ?? '').text));
  if (!hasFigure || (code !== 'forecast_value' && code !== 'confidential_value')) return undefined;
  return { row, ...placed(plan.header, index), code, value: shownValue((cells[index] ?? '').trim()) };
}

function faultOfMultiplier({ roles, header }: Plan, row: number, cells: readonly string[]): RowJudgement {
  const [index] = roles.multiplier ?? [];
  const text = index === undefined ? '' : (cells[index] ?? '').trim();
  if (index === undefined || text === '' || /^-?\d{1,2}(?:[.]0)?\b/.test(text)) return READ;
  return { problem: { row, ...placed(header, index), code: 'unknown_multiplier', value: shownValue(text) } };
}
