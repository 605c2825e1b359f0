import type { Catalogue, Indicator } from '../../catalogue/catalogue.js';
import { scoreLevel } from '../engine/level.js';
import { quantile } from '../engine/quantile.js';
import { roundOutward } from '../engine/round-outward.js';
import { isOutlying, type Shape } from '../engine/shape.js';
import { winsorise } from '../engine/winsorise.js';
import { isCountable } from '../board/node-plan.js';
import type { ScoreBoard } from '../score.js';

/** What a statistician asks of an indicator once an edition: do its goalposts still hold, and do outliers rule it? */
export interface IndicatorAudit {
  readonly indicator: string;
  /** Scored areas with a level. */
  readonly areas: number;
  /** Shares (0-1) of them below the worst and above the best goalpost. */
  readonly belowWorst: number;
  readonly aboveBest: number;
  /** More than 5 % lie outside: the goalposts want another look in the next edition. */
  readonly manyOutside: boolean;
  readonly shape: Shape;
  readonly outlying: boolean;
  /** How many values the outlier rule would pull in, and by how many points at most a level would move. */
  readonly winsorised: number;
  readonly largestShift: number;
  /** What the rule for new indicators would choose as the worst goalpost from these values; ranges only. */
  readonly worstByRule?: number;
}

const MOST_OUTSIDE = 0.05;

/** Looks at every scored indicator, in catalogue order. Source: scoring method 1.0, section 1. */
export function auditIndicators({ indicators }: Catalogue, board: ScoreBoard): readonly IndicatorAudit[] {
  return indicators.filter(isCountable).map((indicator) => auditIndicator(indicator, board));
}

function auditIndicator(indicator: Indicator, board: ScoreBoard): IndicatorAudit {
  const known = board.areas.flatMap((area) => {
    const { value, raw, level } = board.indicatorScore(area, indicator.code);
    return value === undefined || raw === undefined || level === undefined ? [] : [{ value, raw, level }];
  });
  const shareOf = (test: (raw: number) => boolean): number =>
    known.filter(({ raw }) => test(raw)).length / Math.max(1, known.length);
  const belowWorst = shareOf((raw) => raw < 0);
  const aboveBest = shareOf((raw) => raw > 100);
  const values = known.map(({ value }) => value);
  const { before, treated, values: pulled } = winsorise(values);
  const shifts = known.map(({ level }, i) => {
    const moved = scoreLevel(pulled[i], indicator.goalposts);
    return 'missing' in moved ? 0 : Math.abs(moved.level - level);
  });
  const worstByRule = ruleForWorst(indicator, values);
  return {
    indicator: indicator.code,
    areas: known.length,
    belowWorst,
    aboveBest,
    manyOutside: belowWorst + aboveBest > MOST_OUTSIDE,
    shape: before,
    outlying: isOutlying(before),
    winsorised: treated,
    largestShift: Math.max(0, ...shifts),
    ...(worstByRule === undefined ? {} : { worstByRule }),
  };
}

/** 2.5th percentile of the countries (97.5th where lower is better), rounded outward to two digits. Section 1. */
function ruleForWorst({ goalposts }: Indicator, values: readonly number[]): number | undefined {
  if (goalposts.kind !== 'range') return undefined;
  const isHigh = goalposts.worst > goalposts.best;
  const end = quantile(values, isHigh ? 0.975 : 0.025);
  return end === undefined ? undefined : roundOutward(end, isHigh ? 'up' : 'down');
}
