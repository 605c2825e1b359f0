import type { Area } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import { nameIn } from '../catalogue/name-in.js';
import { areaName } from '../language/area-name.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { TrendSegment, TrendSpecification } from '../charts/trend-specification.js';
import { inRow } from '../language/in-row.js';
import type { Language } from '../language/language.js';
import { printScore } from '../language/print-score.js';
import { translate } from '../language/translate.js';
import type { NodeKind, NodeSegment, ScoreBoard } from '../scoring/score.js';
import { spokenIn } from './charts/chart-head.js';
import { nodeNameIn } from './charts/node-name-in.js';
import type { ReportSources } from './report-sources.js';

interface Node {
  readonly kind: NodeKind;
  readonly code: string;
}

/** Scores of a node over the years in comparable runs, with the path its targets would ask for. */
export function nodeTrend(
  area: Area,
  { kind, code }: Node,
  { board, lookUp }: ReportSources,
  language: Language,
): TrendSpecification {
  const name = nodeNameIn(lookUp, language, { kind, code });
  const areaTitle = areaName(language, area);
  const history = board.nodeHistory(area.code, kind, code);
  const points = history.flatMap((segment) => segment.points);
  const [first] = points;
  const last = points.at(-1);
  const segments = history.map((segment) => trendSegment(segment, area.code, { kind, code }, board));
  const hollow = segments.some(({ points: marks }) => marks.some((mark) => mark.kind === 'carried_forward'));
  const score = (value: number): string => printScore(value, language);
  const { pathNotes, ...goal } = targetOf(area.code, { kind, code }, board, lookUp, language);
  const basis = basisNote(history.at(-1), lookUp, language);
  return withoutUndefined({
    kind: 'trend' as const,
    ...spokenIn(language),
    title:
      last === undefined
        ? translate(language, 'trend.node.title.empty', { area: areaTitle, name })
        : translate(language, 'trend.node.title', {
            area: areaTitle,
            name,
            score: score(last.score),
            year: last.year,
          }),
    summary:
      first === undefined || last === undefined
        ? translate(language, 'trend.empty.summary')
        : translate(language, 'trend.node.summary', {
            count: points.length,
            firstScore: score(first.score),
            firstYear: first.year,
            lastScore: score(last.score),
            lastYear: last.year,
          }),
    unit: translate(language, 'trend.node.unit'),
    firstYear: board.firstYear,
    lastYear: Math.max(board.asOfYear, lookUp.catalogue.method.defaultTargetYear),
    yRange: { low: 0, high: 100 },
    segments,
    ...goal,
    notes: [
      ...basis,
      ...history.flatMap((segment) => breakNote(segment, language)),
      ...pathNotes,
      ...(hollow ? [translate(language, 'trend.note.carried.node')] : []),
    ],
    sources: basis.length,
    hue: hueOf(kind, code, lookUp),
  });
}

/** Position of the principle a node belongs to; `undefined` for views, which cut across principles. */
export function hueOf(kind: NodeKind | 'indicator', code: string, lookUp: LookUp): number | undefined {
  if (kind === 'indicator') {
    const goal = lookUp.indicator(code)?.goal;
    return goal === undefined ? undefined : hueOf('goal', goal, lookUp);
  }
  const principle = kind === 'goal' ? lookUp.goal(code)?.principle : kind === 'principle' ? code : undefined;
  const position = lookUp.catalogue.principles.findIndex((candidate) => candidate.code === principle);
  return position < 0 ? undefined : position;
}

function trendSegment({ points }: NodeSegment, area: string, node: Node, board: ScoreBoard): TrendSegment {
  const years = [points[0]?.year, points.at(-1)?.year];
  return {
    label: [...new Set(years)].join('–'),
    points: points.map(({ year, score }) => ({
      year,
      value: score,
      kind: restsOnYear(area, node, year, board) ? 'observed' : 'carried_forward',
    })),
  };
}

/** Whether any indicator the node stands on has a figure of that very year. */
function restsOnYear(area: string, { kind, code }: Node, year: number, board: ScoreBoard): boolean {
  const { contributions } = board.nodeScore(area, kind, code, year);
  const child = CHILD_NODES[kind];
  return contributions.some((contribution) =>
    child === undefined
      ? board.indicatorScore(area, contribution.code, year).year === year
      : restsOnYear(area, { kind: child, code: contribution.code }, year, board),
  );
}

const CHILD_NODES: Readonly<Partial<Record<NodeKind, NodeKind>>> = {
  framework: 'principle',
  principle: 'goal',
  objective: 'commitment',
};

/**
 * Where the node would stand with every target met, and the straight way there. Left out, with a note, unless all of
 * its indicators have a comparable history: a path of some of them beside a line of all would mislead.
 */
function targetOf(
  area: string,
  { kind, code }: Node,
  board: ScoreBoard,
  lookUp: LookUp,
  language: Language,
): Pick<TrendSpecification, 'target' | 'requiredPath'> & { readonly pathNotes: readonly string[] } {
  const { targetScore, baseYear, baseScore, withoutHistory } = board.nodeScore(area, kind, code).pace;
  if (withoutHistory.length > 0) {
    const names = inRow(
      withoutHistory.map((indicator) => nameIn(lookUp.catalogue, language, 'indicator', indicator)),
      language,
    );
    const count = withoutHistory.length;
    return { pathNotes: [translate(language, 'trend.node.path.none', { count, names })] };
  }
  if (targetScore === undefined || baseYear === undefined || baseScore === undefined)
    return { pathNotes: [] };
  const year = lookUp.catalogue.method.defaultTargetYear;
  const score = printScore(targetScore, language);
  return {
    target: { value: targetScore, year, label: translate(language, 'trend.node.target', { year, score }) },
    requiredPath: {
      from: { year: baseYear, value: baseScore },
      to: { year, value: targetScore },
      label: translate(language, 'trend.node.path', { year: Math.round(baseYear) }),
    },
    pathNotes: [],
  };
}

function breakNote({ brokenBecause, points }: NodeSegment, language: Language): readonly string[] {
  const year = points[0]?.year;
  if (brokenBecause === undefined || year === undefined) return [];
  return [translate(language, `trend.note.break.${brokenBecause}`, { year })];
}

function basisNote(segment: NodeSegment | undefined, lookUp: LookUp, language: Language): readonly string[] {
  const year = segment?.points[0]?.year;
  if (segment === undefined || year === undefined) return [];
  const names = segment.basis.map((entry) => {
    const [indicator = '', ...edition] = entry.split(': ');
    const name = nameIn(lookUp.catalogue, language, 'indicator', indicator);
    return edition.length === 0 ? name : `${name} (${edition.join(': ')})`;
  });
  return [translate(language, 'trend.note.basis', { year, names: inRow(names, language) })];
}
