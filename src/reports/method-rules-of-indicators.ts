import { spread } from '../scoring/engine/spread.js';
import { combineAssessments } from '../scoring/engine/assessment-median.js';
import { averageOverYears } from '../scoring/engine/averaged-value.js';
import type { Candidate } from '../scoring/engine/candidate.js';
import { comparableBlock } from '../scoring/engine/comparable-block.js';
import { chooseCurrent } from '../scoring/engine/current-value.js';
import { scoreLevel } from '../scoring/engine/level.js';
import { choosePopulation, perPopulation } from '../scoring/engine/per-population.js';
import { valueAtPoints } from '../scoring/engine/shown-forecast.js';
import type { Goalposts, Scale } from '../scoring/engine/terms.js';
import type { Given } from './given.js';
import type { MethodRule } from './method-rule.js';

/** Rules of one indicator: its level, and the value that counts. */
export const indicatorRules = {
  level: (given) => {
    const score = scoreLevel(given.optional('value'), goalpostsOf(given));
    return 'missing' in score ? { level: null, missing: score.missing } : { ...score };
  },

  'value at points': (given) => ({
    value: valueAtPoints(given.number('points'), goalpostsOf(given), given.optional('value now') ?? NaN),
  }),

  'per inhabitants': (given, method) => {
    const inhabitants = given
      .pairs('inhabitants')
      .flatMap(([year, count]) => (count === null ? [] : [{ year: Number(year), inhabitants: count }]));
    const edition = given.number('edition', method.asOfYear);
    const choice = choosePopulation(inhabitants, given.number('year'), edition);
    const [count, per] = [given.number('count'), given.number('per')];
    return {
      inhabitants: choice?.inhabitants,
      value: choice && perPopulation(count, per, choice.inhabitants),
      flags: choice === undefined ? ['NO_POPULATION'] : choice.fixed ? ['POP_FIXED'] : [],
    };
  },

  'average over years': (given) => ({
    values: averageOverYears(candidatesOf(given), given.number('years'), ofOneEdition).map(
      ({ year, value }) => ({ [String(year)]: value }),
    ),
  }),

  'current value': (given, method) => {
    const asOf = given.number('as of', method.asOfYear);
    const current = chooseCurrent(candidatesOf(given), asOf, given.number('freshness', 3));
    const flag = current && (current.stale ? 'STALE' : current.ageYears > 0 ? 'CARRIED_FORWARD' : undefined);
    return {
      year: current?.chosen.year,
      value: current?.chosen.value,
      age: current?.ageYears,
      flags: flag === undefined ? [] : [flag],
    };
  },

  'comparable values': (given, method) => {
    const candidates = candidatesOf(given);
    const asOf = given.number('as of', method.asOfYear);
    const current = chooseCurrent(candidates, asOf, given.number('freshness', 3));
    const block = current && comparableBlock(current.chosen, candidates, ofOneEdition);
    return { years: block?.values.map(({ year }) => year), 'line breaks': block?.broken };
  },

  'median of assessments': (given) => {
    const assessments = given.each('assessments').map((each, order) => ({
      party: each.text('community'),
      year: each.number('year'),
      value: each.number('level'),
      order,
    }));
    const combined = combineAssessments(assessments, given.number('freshness', 3));
    const apart = combined.map(({ year, members }) => ({
      [String(year)]: spread(members.map(({ value }) => value)),
    }));
    return { values: combined.map(({ year, value }) => ({ [String(year)]: value })), spreads: apart };
  },
} satisfies Record<string, MethodRule>;

/** `worst`, `best` and `scale` of a range; `low`, `high` and `zero distance` of a band. */
export function goalpostsOf(given: Given): Goalposts {
  if (given.has('zero distance')) {
    const [low, high] = [given.number('low'), given.number('high')];
    return { kind: 'band', low, high, zeroDistance: given.number('zero distance') };
  }
  const scale = given.text<Scale>('scale', 'linear');
  return { kind: 'range', worst: given.number('worst', 0), best: given.number('best', 100), scale };
}

/** Values with their source and edition: the lowest source is asked first, the highest edition is the newest. */
function candidatesOf(given: Given): readonly Candidate[] {
  return given.each('values').map((each, order) => ({
    year: each.number('year'),
    value: each.number('value'),
    doubtful: each.yes('doubtful'),
    source: each.number('source', 1),
    edition: each.number('edition', 1),
    order,
  }));
}

function ofOneEdition(a: Candidate, b: Candidate): boolean {
  return a.source === b.source && a.edition === b.edition;
}
