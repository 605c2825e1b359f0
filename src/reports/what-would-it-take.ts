import type { Goalposts, Indicator } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { isOpen, paceFactor, requiredFromNow, type OpenDistance } from '../scoring/engine/required-pace.js';
import { valueAtPoints } from '../scoring/engine/shown-forecast.js';
import type { Pace } from '../scoring/score.js';
import { fastestPeers, reliablePace } from './peers.js';
import type { ReportSources } from './report-sources.js';
import type { OwnPast, PeersPace, RequiredPace, WhatItTakes } from './what-it-takes.js';

/**
 * For every agreed target that an area has a current value for and has not met: the pace it takes from now on, beside
 * the area's own pace so far and that of the fastest comparable countries. Arithmetic, not a forecast.
 */
export function whatWouldItTake(area: string, sources: ReportSources): readonly WhatItTakes[] {
  return sources.lookUp.catalogue.indicators.flatMap((indicator) => whatItTakes(area, indicator, sources));
}

/** Nothing, or one. */
function whatItTakes(area: string, indicator: Indicator, sources: ReportSources): readonly WhatItTakes[] {
  const { board, lookUp } = sources;
  const { method } = lookUp.catalogue;
  const { value, year, pace } = board.indicatorScore(area, indicator.code);
  const { target, targetBasis, goalposts, targetYear = method.defaultTargetYear } = indicator;
  if (target === undefined || targetBasis === undefined) return [];
  if (value === undefined || year === undefined || pace === undefined || !isOpen(pace)) return [];

  const { code, name, unit } = indicator;
  const line = { indicator: code, name, unit, value, year, target, targetYear };
  const pointsPerYear = requiredFromNow(pace, targetYear);
  if (pointsPerYear === undefined || targetYear <= board.asOfYear) {
    return [{ ...line, missing: 'TARGET_YEAR_PASSED' }];
  }
  const beside: Beside = (observed) => ({
    ...withoutUndefined({ pointsPerYear: observed, unitPerYear: unitsOf(observed, goalposts) }),
    ...paceFactor(pointsPerYear, observed, method.pace.deadBand),
  });
  return [
    {
      ...line,
      required: requiredPace(line, pace, pointsPerYear, goalposts, board.asOfYear),
      ownPast: ownPast(pace, beside),
      peers: peersPace(area, code, sources, beside),
    },
  ];
}

/** An observed pace in points a year, in both units and beside the required one. */
type Beside = (observed: number) => {
  readonly pointsPerYear: number;
  readonly unitPerYear?: number;
} & ReturnType<typeof paceFactor>;

function requiredPace(
  { value, year, target, targetYear }: Pick<WhatItTakes, 'value' | 'year' | 'target' | 'targetYear'>,
  { nowRaw }: OpenDistance,
  pointsPerYear: number,
  goalposts: Goalposts,
  asOfYear: number,
): RequiredPace {
  const unitPerYear = isLinear(goalposts) ? (target - value) / (targetYear - year) : undefined;
  const milestoneYear = Math.min(asOfYear + 1, targetYear);
  const steps = milestoneYear - year;
  const reached =
    milestoneYear === targetYear
      ? target
      : unitPerYear === undefined
        ? valueAtPoints(nowRaw + pointsPerYear * steps, goalposts, value)
        : value + unitPerYear * steps;
  const milestone = reached === undefined ? undefined : { year: milestoneYear, value: reached };
  return withoutUndefined({ pointsPerYear, unitPerYear, milestone });
}

function ownPast(pace: Pace, beside: Beside): OwnPast {
  const observed = reliablePace(pace);
  if (pace.baseYear === null) {
    return { missing: pace.reason === 'SINGLE_OBSERVATION' ? 'SINGLE_OBSERVATION' : 'NO_BASELINE' };
  }
  const since = { fromYear: pace.baseYear };
  return observed === undefined ? { ...since, missing: 'TOO_FEW_VALUES' } : { ...since, ...beside(observed) };
}

function peersPace(area: string, indicator: string, sources: ReportSources, beside: Beside): PeersPace {
  const { group, withPace, fastest } = fastestPeers(area, indicator, sources);
  const shown = {
    ...(group && { group: { code: group.code, kind: group.kind, name: group.name } }),
    withPace,
    fastest: fastest.map(({ code, pace }) => ({
      code,
      name: sources.lookUp.area(code)?.name ?? code,
      pointsPerYear: pace,
    })),
  };
  if (fastest.length === 0) return { ...shown, missing: 'TOO_FEW_PEERS' };
  return { ...shown, ...beside(fastest.reduce((sum, { pace }) => sum + pace, 0) / fastest.length) };
}

/** So many points in the indicator's own unit; undefined where a point is worth more here than there. */
function unitsOf(points: number, goalposts: Goalposts): number | undefined {
  return isLinear(goalposts) ? (points * (goalposts.best - goalposts.worst)) / 100 : undefined;
}

type LinearPosts = Extract<Goalposts, { readonly scale: unknown }>;

function isLinear(goalposts: Goalposts): goalposts is LinearPosts {
  return goalposts.kind !== 'band' && goalposts.scale === 'linear';
}
