import type { Method } from '../catalogue/catalogue.js';
import { findBase } from '../scoring/engine/base.js';
import { assessGrowth, isMethodSensitive } from '../scoring/engine/cagr.js';
import { forecastTarget, likelihoodOf } from '../scoring/engine/forecast.js';
import { GROWTH_THRESHOLDS } from '../scoring/engine/growth-thresholds.js';
import { goalpostsAreLegal } from '../scoring/engine/level.js';
import { assessPace, directionOf, type Pace } from '../scoring/engine/pace.js';
import { fastest, paceFactor, requiredFromNow } from '../scoring/engine/required-pace.js';
import { showForecast } from '../scoring/engine/shown-forecast.js';
import { studentT, studentTQuantile } from '../scoring/engine/student-t.js';
import type { Status, YearValue } from '../scoring/engine/terms.js';
import type { Given } from './given.js';
import { goalpostsOf } from './method-rules-of-indicators.js';
import type { MethodRule } from './method-rule.js';

/** Rules of movement: pace, status and forecast of one indicator. */
export const progressRules = {
  base: (given, method) => {
    const years = given.numbers('years').map((year) => ({ year }));
    const now = given.number('current year');
    const { base, tooShort } = findBase(years, now, baseRuleOf(given, method, now));
    return { base: base?.year, flags: tooShort ? ['TOO_SHORT'] : [] };
  },

  pace: (given, method) => inWords(paceOf(given, method), method),

  'what it takes': (given, method) => {
    const required = requiredFromNow(
      {
        nowYear: given.number('year'),
        nowRaw: given.number('now'),
        targetRaw: given.number('target', 100),
      },
      given.number('target year', method.defaultTargetYear),
    );
    if (required === undefined) return { 'points a year': undefined };
    const answer = paceFactor(required, given.number('pace'), method.pace.deadBand);
    const peers = given.pairs('paces of peers').map(([code, pace]) => ({ code, pace: pace ?? 0 }));
    return {
      'points a year': required,
      'times faster': 'factor' in answer ? answer.factor : undefined,
      missing: 'missing' in answer ? answer.missing : undefined,
      'fastest peers': fastest(peers, given.number('most', 5)).map(({ code, pace }) => ({ [code]: pace })),
    };
  },

  direction: (given, method) => ({ direction: directionOf(given.number('pace'), method.pace.directionBand) }),

  forecast: (given, method) => {
    const pace = paceOf(given, method);
    const goalposts = goalpostsOf(given);
    const targetYear = given.number('target year', method.defaultTargetYear);
    const forecast = forecastTarget(seriesOf(given), goalposts, pace, targetYear);
    const now = seriesOf(given).find(({ year }) => year === pace.nowYear)?.value ?? NaN;
    const shown = goalpostsAreLegal(goalposts) ? showForecast(forecast, goalposts, now) : undefined;
    return {
      points: forecast.projected,
      low: forecast.projectedLow,
      high: forecast.projectedHigh,
      probability: forecast.probability,
      word: forecast.probability === null ? null : likelihoodOf(forecast.probability),
      n: forecast.n,
      'shown points': shown?.points,
      'shown value': shown?.value,
      'shown low': shown?.valueLow,
      'shown high': shown?.valueHigh,
    };
  },

  growth: (given, method) => {
    const target = given.optional('target');
    const zeroAs = given.optional('zero read as');
    const growth = assessGrowth(seriesOf(given), {
      baseYear: given.number('base year', 2015),
      asOfYear: given.number('as of', method.asOfYear),
      ...(target === undefined ? {} : { target }),
      ...(zeroAs === undefined ? {} : { zeroAs }),
      targetYear: given.number('target year', method.defaultTargetYear),
      lowerIsBetter: given.yes('lower is better'),
      thresholds: GROWTH_THRESHOLDS[given.text('thresholds', method.growth.thresholds)],
    });
    return {
      'growth a year': growth.observedGrowth,
      'required growth': growth.requiredGrowth,
      ratio: growth.ratio,
      category: growth.category,
      status: growth.status,
      reason: growth.reason,
    };
  },

  'two ways': (given) => ({
    'method sensitive': isMethodSensitive(given.text<Status>('by points'), given.text<Status>('by growth')),
  }),

  'word for a probability': (given) => ({ word: likelihoodOf(given.number('probability')) }),

  'student t': (given) => {
    const degrees = given.number('degrees of freedom');
    return given.has('t')
      ? { probability: studentT(given.number('t'), degrees) }
      : { t: studentTQuantile(given.number('probability'), degrees) };
  },
} satisfies Record<string, MethodRule>;

/** `values` as pairs of year and value; a year may stand twice, to show what becomes of it. */
function seriesOf(given: Given): readonly YearValue[] {
  return given.pairs('values').map(([year, value]) => ({ year: Number(year), value }));
}

/** Pace under the settings in force, where the example does not state its own. */
function paceOf(given: Given, method: Method): Pace {
  const asOfYear = given.number('as of', method.asOfYear);
  const target = given.optional('target');
  return assessPace(seriesOf(given), goalpostsOf(given), {
    ...baseRuleOf(given, method, asOfYear),
    asOfYear,
    freshnessYears: given.number('freshness', 3),
    ...(target === undefined ? {} : { target }),
    targetAgreed: given.yes('agreed', 'yes'),
    seriesBroken: given.yes('line breaks'),
    targetYear: given.number('target year', method.defaultTargetYear),
    ...method.pace,
  });
}

function baseRuleOf(given: Given, { base }: Method, asOfYear: number): Parameters<typeof findBase>[2] {
  const ours = asOfYear >= base.fixedFrom ? base.fixedYear : asOfYear - base.lookBackYears;
  return { ...base, baseYear: given.number('base year', ours) };
}

function inWords(pace: Pace, { pace: { directionBand } }: Method): ReturnType<MethodRule> {
  const { observedPace } = pace;
  return {
    status: pace.status,
    reason: pace.reason,
    flags: pace.flags,
    'base year': pace.baseYear,
    'base points': pace.baseRaw,
    'current points': pace.nowRaw,
    'target points': pace.targetRaw,
    pace: observedPace,
    direction: observedPace === null ? null : directionOf(observedPace, directionBand),
    'required pace': pace.requiredPace,
    ratio: pace.paceRatio,
    'share of the way': pace.shareTravelled,
    'share of the time': pace.shareExpected,
    'times faster': pace.acceleration,
    'years to target': pace.yearsToTarget,
    n: pace.n,
  };
}
