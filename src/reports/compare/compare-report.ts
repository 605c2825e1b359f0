import type { Area, AreaGroup } from '../../catalogue/catalogue.js';
import type { TrendSegment } from '../../charts/trend-specification.js';
import type { Statement } from '../../communities/statement.js';
import { sourceLanguage } from '../../language/language.js';
import { observationId } from '../../observations/observation-id.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { distribution } from '../distribution.js';
import { areaScore } from '../area-scores.js';
import type { FoundNode } from '../find-node.js';
import { indicatorTrend } from '../indicator-trend.js';
import { nodeName } from '../node-line.js';
import { nodeTrend } from '../node-trend.js';
import type { AreaScore, Distribution, ReportHead } from '../report.js';
import { reportHead, type ReportSources } from '../report-sources.js';
import { statementsBehind } from '../statements-on.js';
import { pairsOf, type ComparedPair } from './compared-pairs.js';

/** Countries and groups of the reader's choice beside each other, node by node, all in the order asked for. */
export interface CompareReport extends ReportHead {
  readonly kind: 'compare';
  readonly nodes: readonly ComparedNode[];
}

export interface ComparedNode extends FoundNode {
  readonly name: string;
  /** Of an indicator. */
  readonly unit?: string;
  readonly areas: readonly ComparedArea[];
  readonly groups: readonly Distribution[];
  /** Every two areas whose ranges are known, once. Indicators have no ranges, and so no pairs. */
  readonly pairs: readonly ComparedPair[];
  /** Of the areas on it. */
  readonly statements: readonly Statement[];
}

/** One area on a node or indicator: `score` is the level of an indicator. */
export interface ComparedArea extends AreaScore {
  /** Of an indicator: the figure the level stands on, its year, and its observation. */
  readonly value?: number;
  readonly year?: number;
  readonly observation?: string;
  /** Comparable runs of years, the oldest first. Points, 0 to 100. */
  readonly history: readonly (readonly ComparedPoint[])[];
}

interface ComparedPoint {
  readonly year: number;
  readonly score: number;
}

interface Compared {
  readonly areas: readonly Area[];
  readonly groups: readonly AreaGroup[];
  readonly nodes: readonly FoundNode[];
}

/** @throws RangeError when there is no such area, group or node */
export function compareReport({ areas, groups, nodes }: Compared, sources: ReportSources): CompareReport {
  return {
    ...reportHead(sources),
    kind: 'compare',
    nodes: nodes.map((node): ComparedNode => {
      const compared = areas.map((area) => comparedArea(area, node, sources));
      const { kind, code } = node;
      return withoutUndefined({
        kind,
        code,
        name: nodeName(kind, code, sources.lookUp),
        unit: kind === 'indicator' ? sources.lookUp.indicator(code)?.unit : undefined,
        areas: compared,
        groups: groups.map((group) => distribution(group, (area) => placeOf(area, node, sources))),
        pairs: pairsOf(compared),
        statements: areas.flatMap((area) => statementsBehind(sources, area.code, node)),
      });
    }),
  };
}

function placeOf(
  area: string,
  { kind, code }: FoundNode,
  { board }: ReportSources,
): Pick<AreaScore, 'score' | 'direction'> {
  if (kind === 'indicator') {
    const { level, direction } = board.indicatorScore(area, code);
    return withoutUndefined({ score: level, direction });
  }
  const { score, pace } = board.nodeScore(area, kind, code);
  return withoutUndefined({ score, direction: pace.direction });
}

function comparedArea(area: Area, node: FoundNode, sources: ReportSources): ComparedArea {
  const { board } = sources;
  const { kind, code } = node;
  const history = historyOf(area, node, sources);
  if (kind === 'indicator') {
    const { level, missing, direction, value, year, ageYears, observation } = board.indicatorScore(
      area.code,
      code,
    );
    return withoutUndefined({
      code: area.code,
      name: area.name,
      score: level,
      missing,
      coverage: level === undefined ? 0 : 1,
      direction,
      meanAgeYears: ageYears,
      value,
      year,
      observation: observation && observationId(observation),
      history,
    });
  }
  return { ...areaScore(area, kind, code, sources), history };
}

/** The runs of the trend chart of the area, as points from 0 to 100. */
function historyOf(area: Area, { kind, code }: FoundNode, sources: ReportSources): ComparedArea['history'] {
  const { board, lookUp } = sources;
  if (kind !== 'indicator')
    return nodeTrend(area, { kind, code }, sources, sourceLanguage).segments.map(({ points }) =>
      points.map(({ year, value }) => ({ year, score: value })),
    );
  const indicator = lookUp.indicator(code);
  if (indicator === undefined) throw new RangeError(`There is no indicator ${code}`);
  const levels = ({ points }: TrendSegment): readonly ComparedPoint[] =>
    points.flatMap(({ year }) => {
      if (year < board.firstYear || year > board.asOfYear) return [];
      const { level, year: of } = board.indicatorScore(area.code, code, year);
      return level === undefined || of !== year ? [] : [{ year, score: level }];
    });
  return indicatorTrend(area, indicator, sources, sourceLanguage)
    .segments.map(levels)
    .filter((points) => points.length > 0);
}
