import type { LookUp } from '../../catalogue/look-up.js';
import { viewsOf } from '../../catalogue/views.js';
import { Problem } from '../../platform/problem.js';
import { findNode, type FoundNode } from '../../reports/find-node.js';
import type { ScoreBoard } from '../../scoring/score.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { readYears } from '../edge/query-values.decorator.js';
import { SCORED_KINDS, type ScoredKind } from './nodes.request.js';
import { type ScoresRequest } from './scores.request.js';

/** What to score: every node in every area as of every year. */
export interface ScoreQuestion {
  readonly areas: readonly string[];
  readonly nodes: readonly FoundNode[];
  readonly years: readonly number[];
}

export interface Place {
  readonly area: string;
  readonly node: FoundNode;
  readonly year: number;
}

export function countPlaces({ areas, nodes, years }: ScoreQuestion): number {
  return areas.length * nodes.length * years.length;
}

/** Areas, then nodes, then years: an order that does not depend on the data, so a cursor may count in it. */
export function placeAt({ areas, nodes, years }: ScoreQuestion, index: number): Place {
  const area = areas[Math.floor(index / (nodes.length * years.length))];
  const node = nodes[Math.floor(index / years.length) % nodes.length];
  const year = years[index % years.length];
  if (area === undefined || node === undefined || year === undefined) {
    throw new RangeError(`There is no place ${String(index)}`);
  }
  return { area, node, year };
}

/** @throws Problem `invalid_request` naming every unknown code, or years the board does not cover */
export function scoreQuestion(request: ScoresRequest, lookUp: LookUp, board: ScoreBoard): ScoreQuestion {
  const { groups } = lookUp.catalogue;
  requireKnownCodes('area', request.area, [...board.areas, ...groups.map(({ code }) => code)]);
  const areas = [
    ...new Set(request.area?.flatMap((code) => lookUp.group(code)?.members ?? [code]) ?? board.areas),
  ];
  return { areas, nodes: nodesOf(request, lookUp), years: yearsOf(request.year, board) };
}

/** The nodes asked for: those named, else all of one kind. @throws Problem `invalid_request` naming every unknown code */
export function nodesOf(
  { node, by }: Pick<ScoresRequest, 'node' | 'by'>,
  lookUp: LookUp,
): readonly FoundNode[] {
  if (node === undefined)
    return codesOf(by ?? 'principle', lookUp).map((code) => ({ kind: by ?? 'principle', code }));
  const kinds = by === undefined ? SCORED_KINDS : [by];
  requireKnownCodes(
    'node',
    node,
    kinds.flatMap((kind) => codesOf(kind, lookUp)),
  );
  return node.flatMap((code) => (by === undefined ? (findNode(code, lookUp) ?? []) : { kind: by, code }));
}

/** Codes of all nodes, or indicators, of a kind. */
export function codesOf(kind: ScoredKind, { catalogue }: LookUp): readonly string[] {
  switch (kind) {
    case 'framework':
      return [catalogue.framework.code];
    case 'principle':
      return catalogue.principles.map(({ code }) => code);
    case 'goal':
      return catalogue.goals.map(({ code }) => code);
    case 'indicator':
      return catalogue.indicators.map(({ code }) => code);
    case 'objective':
      return catalogue.objectives.map(({ code }) => code);
    case 'commitment':
      return catalogue.commitments.map(({ id }) => id);
    case 'issue':
    case 'action_line':
    case 'sdg_target':
      return viewsOf(catalogue).flatMap((view) => (view.kind === kind ? view.code : []));
  }
}

function yearsOf(text: string | undefined, { firstYear, asOfYear }: ScoreBoard): readonly number[] {
  if (text === undefined) return [asOfYear];
  const { fromYear = firstYear, toYear = asOfYear } = readYears(text);
  if (fromYear < firstYear || toYear > asOfYear || fromYear > toYear) {
    throw invalid('year_not_covered', '?year', text, { first: firstYear, last: asOfYear });
  }
  return Array.from({ length: toYear - fromYear + 1 }, (_, i) => fromYear + i);
}

function invalid(
  code: string,
  pointer: string,
  value = '',
  params: Readonly<Record<string, number>> = {},
): Problem {
  return new Problem('invalid_request', 400, {}, [{ code, pointer, value, params }]);
}
