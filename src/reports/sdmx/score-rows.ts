import { certaintyOf } from '../../scoring/uncertainty/score-certainty.js';
import type { ReportSources } from '../report-sources.js';
import { codeId } from './code-id.js';
import { NO_VALUE, OBS_STATUS, type ScoredNode } from './code-lists.js';
import type { Row, Value } from './row.js';

/** Scores of a node in an area, a row a year. Intervals are of the as-of year. */
export function scoreRows(
  area: string,
  node: ScoredNode,
  years: readonly number[],
  sources: ReportSources,
): readonly Row[] {
  return years.map((year) => {
    const said = scoreOf(area, node, year, sources);
    return {
      action: 'I',
      values: {
        FREQ: 'A',
        REF_AREA: codeId(area),
        NODE: codeId(node.code),
        TIME_PERIOD: String(year),
        NODE_KIND: node.kind,
        OBS_STATUS: said.SCORE === undefined ? NO_VALUE : OBS_STATUS.normal,
        ...said,
      },
    };
  });
}

function scoreOf(
  area: string,
  { kind, code }: ScoredNode,
  year: number,
  { board, lookUp, intervals }: ReportSources,
): Readonly<Record<string, Value>> {
  if (kind === 'indicator') {
    const { level, missing } = board.indicatorScore(area, code, year);
    return { SCORE: level, MISSING: missing };
  }
  const score = board.nodeScore(area, kind, code, year);
  const interval = year === board.asOfYear ? intervals?.of(area, kind, code) : undefined;
  const { scoreLow, scoreHigh, grade } = certaintyOf(score, interval, lookUp.catalogue.method);
  return {
    SCORE: score.score,
    SCORE_LOW: scoreLow,
    SCORE_HIGH: scoreHigh,
    COVERAGE: score.coverage,
    MISSING: score.missing,
    GRADE: grade,
  };
}
