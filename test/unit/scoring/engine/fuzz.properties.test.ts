import { combineAssessments } from '../../../../src/scoring/engine/assessment-median.js';
import { averageOverYears } from '../../../../src/scoring/engine/averaged-value.js';
import { assessGrowth, isMethodSensitive } from '../../../../src/scoring/engine/cagr.js';
import { comparableBlock } from '../../../../src/scoring/engine/comparable-block.js';
import { chooseCurrent } from '../../../../src/scoring/engine/current-value.js';
import { effectiveImportance } from '../../../../src/scoring/engine/effective-importance.js';
import { explainMean } from '../../../../src/scoring/engine/explained-mean.js';
import { forecastTarget, likelihoodOf } from '../../../../src/scoring/engine/forecast.js';
import { gradeScore } from '../../../../src/scoring/engine/grade.js';
import { EUROSTAT, OPEN_SDG } from '../../../../src/scoring/engine/growth-thresholds.js';
import { nodeImportance } from '../../../../src/scoring/engine/importance.js';
import { leaveOneOut } from '../../../../src/scoring/engine/leave-one-out.js';
import { goalpostsAreLegal, rawPoints, scoreLevel } from '../../../../src/scoring/engine/level.js';
import { limitedRaw } from '../../../../src/scoring/engine/limited-raw.js';
import { median } from '../../../../src/scoring/engine/median.js';
import { paceOfNode, type NodeSeries } from '../../../../src/scoring/engine/node-pace.js';
import { leafChild, scoreNode, type NodeOutcome } from '../../../../src/scoring/engine/node.js';
import { countOnce } from '../../../../src/scoring/engine/overlap.js';
import { assessPace, directionOf, type Pace } from '../../../../src/scoring/engine/pace.js';
import { choosePopulation, perPopulation } from '../../../../src/scoring/engine/per-population.js';
import { quantile } from '../../../../src/scoring/engine/quantile.js';
import { competitionRanks } from '../../../../src/scoring/engine/rank.js';
import { aggregateChange, aggregateMembers } from '../../../../src/scoring/engine/region.js';
import { meanOfRegion } from '../../../../src/scoring/engine/regional-mean.js';
import {
  fastest,
  isOpen,
  paceFactor,
  requiredFromNow,
} from '../../../../src/scoring/engine/required-pace.js';
import { mostToGain } from '../../../../src/scoring/engine/room-to-gain.js';
import { roundOutward } from '../../../../src/scoring/engine/round-outward.js';
import { scoreRanges, shareAhead } from '../../../../src/scoring/engine/score-range.js';
import { splitChange } from '../../../../src/scoring/engine/shapley.js';
import { shapeOf } from '../../../../src/scoring/engine/shape.js';
import { showForecast } from '../../../../src/scoring/engine/shown-forecast.js';
import { studentT, studentTQuantile } from '../../../../src/scoring/engine/student-t.js';
import type { Goalposts, YearValue } from '../../../../src/scoring/engine/terms.js';
import { simulate } from '../../../../src/scoring/engine/uncertainty.js';
import { aggregateTree, type WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';
import { winsorise } from '../../../../src/scoring/engine/winsorise.js';
import { isFull } from '../../../support/sample.js';
import { paceSettings } from '../a-pace.js';
import { Wild } from './wild.js';

// Taken once: looking a global up is slow where tests run.
const { isFinite } = Number;

/** Throws unless all numbers in a result are finite; says where one is not. */
function checked<T>(value: T): T {
  const place = placeOfFault(value);
  if (place !== undefined) throw new Error(`result${place} is not finite`);
  return value;
}

function placeOfFault(value: unknown): string | undefined {
  if (typeof value === 'number') return isFinite(value) ? undefined : '';
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Map) return placeOfFault([...(value as Map<unknown, unknown>).values()]);
  for (const key in value) {
    const place = placeOfFault(value[key as keyof typeof value]);
    if (place !== undefined) return `.${key}${place}`;
  }
  return undefined;
}

function within(low: number, value: number | undefined | null, high: number, what: string): void {
  if (value === undefined || value === null) return;
  if (!(value >= low && value <= high)) throw new Error(`${what} is ${String(value)}`);
}

/** Does the same with the input of many runs; a run that fails is named, and can be repeated alone. */
function everyRun(runs: number, work: (wild: Wild) => void): void {
  for (let run = 0; run < runs; run++) {
    try {
      work(new Wild(run));
    } catch (error) {
      throw new Error(`Run ${String(run)}: ${String(error)}`, { cause: error });
    }
  }
}

function followSeries(wild: Wild): void {
  const goalposts = wild.goalposts();
  const values = wild.series();
  const wished = wild.number();
  const targetYear = wild.year();
  const settings = paceSettings({
    asOfYear: wild.year(),
    baseYear: wild.year(),
    targetYear,
    targetAgreed: wild.chance(0.7),
    seriesBroken: wild.chance(0.2),
    minSpanYears: wild.whole(0, 3),
    ...(Number.isFinite(wished) ? { target: wished } : {}),
  });
  const any = wild.number();
  const scored = checked(scoreLevel(any, goalposts));
  if ('level' in scored) within(0, scored.level, 100, 'level');
  if (goalpostsAreLegal(goalposts)) {
    checked(rawPoints(wild.finite(), goalposts));
    within(-100, limitedRaw(wild.finite(), goalposts), 200, 'limited raw');
  }
  const pace = checked(assessPace(values, goalposts, settings));
  if (pace.observedPace !== null) {
    directionOf(pace.observedPace, 0.5);
    checked(fastest([{ pace: pace.observedPace }, { pace: wild.finite() }], 1));
    const required = isOpen(pace) ? checked(requiredFromNow(pace, targetYear)) : undefined;
    if (required !== undefined) checked(paceFactor(required, pace.observedPace, 0.1));
  }
  followForecast(pace, goalposts, values, targetYear);
  const growth = checked(
    assessGrowth(values, {
      ...settings,
      lowerIsBetter: wild.chance(0.5),
      thresholds: wild.oneOf([OPEN_SDG, EUROSTAT]),
      ...(wild.chance(0.5) ? { zeroAs: 0.001 } : {}),
    }),
  );
  isMethodSensitive(pace.status, growth.status);
}

function followForecast(
  pace: Pace,
  goalposts: Goalposts,
  values: readonly YearValue[],
  targetYear: number,
): void {
  const forecast = checked(forecastTarget(values, goalposts, pace, targetYear));
  within(0, forecast.probability, 1, 'probability');
  if (forecast.probability !== null) likelihoodOf(forecast.probability);
  const known = values.flatMap(({ value }) => (value !== null && Number.isFinite(value) ? [value] : []));
  const shown = checked(showForecast(forecast, goalposts, known.at(-1) ?? 0));
  within(0, shown?.points, 100, 'shown points');
}

function chooseValues(wild: Wild): void {
  const candidates = wild.list(12, (order) => ({
    year: wild.year(),
    value: wild.finite(),
    doubtful: wild.chance(0.1),
    source: wild.whole(0, 2),
    edition: wild.whole(0, 2),
    order,
  }));
  const comparable = (a: { edition: number }, b: { edition: number }) => a.edition === b.edition;
  const averaged = checked(averageOverYears(candidates, wild.whole(1, 4), comparable));
  const current = checked(chooseCurrent(averaged, wild.year(), wild.whole(0, 5)));
  if (current) checked(comparableBlock(current.chosen, averaged, comparable));
  const assessments = candidates.map((own) => ({ ...own, party: wild.oneOf(['A', 'B', 'C']) }));
  checked(combineAssessments(assessments, 3));
  const figures = wild.list(4, () => ({ year: wild.year(), inhabitants: wild.number() }));
  const population = checked(choosePopulation(figures, wild.year(), wild.year()));
  if (population) checked(perPopulation(wild.finite(), wild.oneOf([1, 1e5]), population.inhabitants));
  const values = candidates.map(({ value }) => value);
  checked([median(values), quantile(values, wild.share())]);
  const degrees = wild.whole(1, 40);
  const t = wild.number();
  if (!Number.isNaN(t)) within(0, studentT(t, degrees), 1, 'probability');
  checked(studentTQuantile(wild.share(), degrees));
}

function scoreFramework(wild: Wild): void {
  const tree = wild.tree();
  const levels = new Map(
    leavesOf(tree).flatMap((code) => (wild.chance(0.2) ? [] : [[code, wild.level()] as const])),
  );
  const outcome = scoreBranch(tree, levels, wild);
  within(0, outcome?.coverage, 1, 'coverage');
  within(0, outcome?.score, 100, 'score');
  within(0, checked(aggregateTree(tree, (code) => levels.get(code))), 100, 'tree');
  gradeScore(outcome?.coverage ?? 0, 2 * wild.share(), {
    coverage: [0.9, 0.75, 0.5],
    ageYears: [1, 2, 3],
    rangePoints: [5, 10, 20],
  });
  const feeding = new Map([...levels.keys()].map((code): [string, NodeSeries] => [code, anySeries(wild)]));
  checked(paceOfNode(tree, feeding, 0.5, 0.5));
  const gainable = [...levels].map(([code, level]) => ({
    code,
    weight: wild.share(),
    level,
    median: wild.level(),
  }));
  checked(mostToGain(gainable, 3));
  within(0, checked(meanOfRegion([...levels.values(), undefined], wild.whole(0, 3))), 100, 'regional mean');
  const links = leavesOf(tree).map((code) => ({
    code,
    weight: 1,
    ...(wild.chance(0.5) ? { overlapGroup: 'G' } : {}),
  }));
  countOnce(links, (code) => levels.has(code));
}

function anySeries(wild: Wild): NodeSeries {
  const weight = wild.share();
  if (wild.chance(0.3)) return { weight };
  const nowYear = wild.whole(2020, 2026);
  const raws = { baseRaw: wild.finite(), nowRaw: wild.finite(), targetRaw: wild.finite() };
  return { weight, history: { baseYear: nowYear - wild.whole(1, 8), nowYear, ...raws } };
}

/** Scores a tree from its leaves upwards, as the board does, and takes each published mean apart. */
function scoreBranch(
  tree: WeightedTree,
  levels: ReadonlyMap<string, number>,
  wild: Wild,
): NodeOutcome | undefined {
  if (tree.children === undefined) return undefined;
  const children = tree.children.map((child) => {
    const { code, weight } = child;
    const below = scoreBranch(child, levels, wild);
    if (below === undefined) return leafChild(code, weight, levels.get(code));
    const { leaves, score } = below;
    return score === undefined ? { code, weight, leaves } : { code, weight, leaves, score };
  });
  const rule = { power: tree.power, minCoverage: wild.oneOf([0, 0.5, 0.6]), minAvailable: wild.whole(1, 2) };
  const outcome = checked(scoreNode(children, rule));
  if (outcome.score !== undefined) {
    const parts = children.flatMap(({ code, weight, score }) =>
      score === undefined ? [] : [{ code, weight, score }],
    );
    within(0, checked(explainMean(parts, tree.power)).score, 100, 'explained score');
  }
  return outcome;
}

function compareUnits(wild: Wild): void {
  const framework = wild.tree('F', 2);
  const indicators = leavesOf(framework);
  const units = wild.list(4, (place) => ({
    code: `U${String(place)}`,
    region: wild.oneOf(['R', 'S']),
    values: new Map(
      indicators.flatMap((code) => (wild.chance(0.3) ? [] : [[code, anyValue(wild)] as const])),
    ),
  }));
  const codes = units.map(({ code }) => code);
  const settings = { seed: wild.whole(0, 2 ** 32 - 1), replicates: 2, weightNoise: 0.25, postNoise: 0.05 };
  const input = {
    framework,
    units,
    published: [{ node: 'F', units: codes }],
    ...(wild.chance(0.3) ? { leastForMean: wild.whole(1, 3) } : {}),
  };
  const [simulated] = simulate(input, { ...settings, ageSigma: 1 });
  if (simulated === undefined) throw new Error('nothing was simulated');
  for (const score of simulated.scores) if (!Number.isNaN(score)) within(0, score, 100, 'replicate');
  checked(scoreRanges(simulated, 2));
  const nominal = new Map(codes.map((code) => [code, wild.level()]));
  if (wild.chance(0.1)) checked(nodeImportance(input, { ...settings, ageSigma: 1 }, nominal));
  if (codes.length > 1) checked(shareAhead(simulated, 'U0', 'U1'));
  const levels = units.map(({ code, values }) => ({
    code,
    levels: new Map([...values.keys()].map((indicator) => [indicator, wild.level()])),
  }));
  checked(leaveOneOut(framework, levels, indicators.slice(0, 2)));
  checked(competitionRanks(codes.map(() => wild.level())));
  const members = wild.list(5, () => ({
    score: wild.oneOf([wild.level(), NaN]),
    before: wild.level(),
    after: wild.level(),
    population: wild.number(),
  }));
  checked([aggregateMembers(members), aggregateChange(members)]);
  const scores = Array.from({ length: 8 }, () =>
    wild.chance(0.02) ? wild.oneOf([NaN, -Infinity, -0, 5e-324]) : wild.level(),
  );
  checked(splitChange(['a', 'b', 'c'], (on) => scores[[...on].length * 2]));
}

function auditValues(wild: Wild): void {
  checked(shapeOf(wild.list(12, () => wild.number())));
  checked(winsorise(wild.list(12, () => wild.finite())));
  checked(roundOutward(wild.finite(), wild.oneOf(['up', 'down'])));
  const levels = () => Array.from({ length: 5 }, () => (wild.chance(0.2) ? undefined : wild.level()));
  const children = wild.list(4, (place) => ({
    code: `C${String(place)}`,
    nominal: wild.share(),
    scores: levels(),
  }));
  checked(
    effectiveImportance(levels(), children).map(({ effective, explained }) => [
      effective ?? 0,
      explained ?? 0,
    ]),
  );
}

function anyValue(wild: Wild): { raw: number; ageYears: number; standardError?: number } {
  const value = { raw: wild.number(), ageYears: wild.whole(0, 5) };
  return wild.chance(0.3) ? { ...value, standardError: 20 * wild.share() } : value;
}

function leavesOf(tree: WeightedTree): readonly string[] {
  return tree.children === undefined ? [tree.code] : tree.children.flatMap(leavesOf);
}

describe('the engine never throws on data and lets out neither NaN nor Infinity', () => {
  it.each([
    ['levels, paces, growth and forecasts of any series', 6_000, followSeries],
    ['choosing, averaging and combining any values', 6_000, chooseValues],
    ['scores, explanations and paces of any framework', 6_000, scoreFramework],
    ['what audits look at, of any values', 6_000, auditValues],
    ['simulations, ranks, regions and changes of any units', 2_000, compareUnits],
  ])('%s', (_, runs, work) => everyRun(isFull ? 100_000 : runs, work), isFull ? 600_000 : 30_000);
});
