import type { LookUp } from '../catalogue/look-up.js';
import { Problem } from '../platform/problem.js';
import { findNode, type FoundNode } from '../reports/find-node.js';
import type { ScoreBoard } from '../scoring/score.js';
import { requireKnownCodes } from './known-code.js';
import { readYears } from './query-values.decorator.js';
import { SCORED_KINDS, type ScoredKind, type ScoresRequest } from './scores.request.js';

/** What to score: every node in every area as of every year. */
export interface ScoreQuestion {
  readonly areas: readonly string[];
  readonly nodes: readonly FoundNode[];
  readonly years: readonly number[];
}

/** Earlier years are computed when asked for: only so many areas at once. */
const MOST_AREAS_WITH_HISTORY = 12;

/** @throws Problem `invalid_request` naming every unknown code, or years the board does not cover */
export function scoreQuestion(request: ScoresRequest, lookUp: LookUp, board: ScoreBoard): ScoreQuestion {
  const { groups } = lookUp.catalogue;
  requireKnownCodes('area', request.area, [...board.areas, ...groups.map(({ code }) => code)]);
  const areas = [
    ...new Set(request.area?.flatMap((code) => lookUp.group(code)?.members ?? [code]) ?? board.areas),
  ];
  const years = yearsOf(request.year, board);
  const isNow = years.length === 1 && years[0] === board.asOfYear;
  if (!isNow && areas.length > MOST_AREAS_WITH_HISTORY) {
    throw invalid('too_many_areas', '?year', request.year, { most: MOST_AREAS_WITH_HISTORY });
  }
  return { areas, nodes: nodesOf(request, lookUp), years };
}

function nodesOf({ node, by }: ScoresRequest, lookUp: LookUp): readonly FoundNode[] {
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

function codesOf(kind: ScoredKind, { catalogue }: LookUp): readonly string[] {
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
      return catalogue.issues.map(({ code }) => code);
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
