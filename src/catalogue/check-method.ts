import type { Method } from './catalogue.js';
import { fieldsOf, type SeedDirectory } from './seed-directory.js';
import { SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';

const SETTINGS = [
  'version',
  'edition',
  'asOfYear',
  'firstYear',
  'base.fixedYear',
  'base.fixedFrom',
  'base.lookBackYears',
  'base.windowYears',
  'base.minSpanYears',
  'maxFreshnessYears',
  'defaultTargetYear',
  'pace.deadBand',
  'pace.onTrackRatio',
  'pace.needsAccelerationRatio',
  'pace.directionBand',
  'coverage.goal',
  'coverage.principle',
  'coverage.principleMinGoals',
  'coverage.framework',
  'coverage.view',
  'coverage.viewMinIndicators',
  'coverage.objectiveMinCommitments',
  'coverage.objectiveMinShare',
  'coverage.liveShare',
  'coverage.commitmentIfMeasured',
  'coverage.commitmentOtherwise',
  'coverage.matchedShare',
  'coverage.rank',
  'grades.coverage.0',
  'grades.coverage.1',
  'grades.coverage.2',
  'grades.ageYears.0',
  'grades.ageYears.1',
  'grades.ageYears.2',
  'grades.rangePoints.0',
  'grades.rangePoints.1',
  'grades.rangePoints.2',
  'power.goal',
  'power.principle',
  'power.framework',
  'partlyWeight',
  'missing.rule',
  'missing.minValues',
  'growth.thresholds',
  'aggregates.populationCoverage',
  'aggregates.memberCoverage',
  'aggregates.populationYear',
  'uncertainty.seed',
  'uncertainty.replicates',
  'uncertainty.auditReplicates',
  'uncertainty.weightNoise',
  'uncertainty.postNoise',
  'uncertainty.ageSigma',
  'overallScore',
  'ranks',
  'minPeers',
];

/** Quantiles at 5 and 95 % ask for some replicates; more than these take hours. */
const REPLICATES = { min: 100, max: 1_000_000, integer: true };

/** method.json: all settings of the scoring method but the decisions on single nodes; none has a hidden default. */
export function checkMethod(seeds: SeedDirectory, faults: SeedFault[]): Method {
  const [found] = fieldsOf(seeds, 'method.json', { required: SETTINGS }, faults, 'needed');
  const fields = found ?? new SeedFields({ file: 'method.json', line: 1, cells: {} }, []);
  const count = (field: string): number => fields.number(field, { min: 0, max: 100, integer: true });
  const power = (field: string): number => fields.number(field, { min: -10, max: 10 });
  const points = (field: string): number => fields.number(field, { min: 0, max: 100 });

  const method: Method = {
    version: fields.text('version'),
    edition: fields.text('edition'),
    asOfYear: fields.year('asOfYear'),
    firstYear: fields.year('firstYear'),
    base: {
      fixedYear: fields.year('base.fixedYear'),
      fixedFrom: fields.year('base.fixedFrom'),
      lookBackYears: count('base.lookBackYears'),
      windowYears: count('base.windowYears'),
      minSpanYears: count('base.minSpanYears'),
    },
    maxFreshnessYears: count('maxFreshnessYears'),
    defaultTargetYear: fields.year('defaultTargetYear'),
    pace: {
      deadBand: points('pace.deadBand'),
      onTrackRatio: fields.share('pace.onTrackRatio'),
      needsAccelerationRatio: fields.share('pace.needsAccelerationRatio'),
      directionBand: points('pace.directionBand'),
    },
    coverage: {
      goal: fields.share('coverage.goal'),
      principle: fields.share('coverage.principle'),
      principleMinGoals: count('coverage.principleMinGoals'),
      framework: fields.share('coverage.framework'),
      view: fields.share('coverage.view'),
      viewMinIndicators: count('coverage.viewMinIndicators'),
      objectiveMinCommitments: count('coverage.objectiveMinCommitments'),
      objectiveMinShare: fields.share('coverage.objectiveMinShare'),
      liveShare: fields.share('coverage.liveShare'),
      commitmentIfMeasured: count('coverage.commitmentIfMeasured'),
      commitmentOtherwise: count('coverage.commitmentOtherwise'),
      matchedShare: fields.share('coverage.matchedShare'),
      rank: fields.share('coverage.rank'),
    },
    grades: {
      coverage: [
        fields.share('grades.coverage.0'),
        fields.share('grades.coverage.1'),
        fields.share('grades.coverage.2'),
      ],
      ageYears: [points('grades.ageYears.0'), points('grades.ageYears.1'), points('grades.ageYears.2')],
      rangePoints: [
        points('grades.rangePoints.0'),
        points('grades.rangePoints.1'),
        points('grades.rangePoints.2'),
      ],
    },
    power: {
      goal: power('power.goal'),
      principle: power('power.principle'),
      framework: power('power.framework'),
    },
    powers: [],
    weights: [],
    partlyWeight: fields.share('partlyWeight'),
    missing: {
      rule: fields.oneOf('missing.rule', ['renormalise', 'regional_mean']),
      minValues: fields.number('missing.minValues', { min: 1, max: 100, integer: true }),
    },
    growth: { thresholds: fields.oneOf('growth.thresholds', ['open_sdg', 'eurostat']) },
    aggregates: {
      populationCoverage: fields.share('aggregates.populationCoverage'),
      memberCoverage: fields.share('aggregates.memberCoverage'),
      populationYear: fields.year('aggregates.populationYear'),
    },
    uncertainty: {
      seed: fields.number('uncertainty.seed', { min: 0, max: 2 ** 32 - 1, integer: true }),
      replicates: fields.number('uncertainty.replicates', REPLICATES),
      auditReplicates: fields.number('uncertainty.auditReplicates', REPLICATES),
      weightNoise: fields.share('uncertainty.weightNoise'),
      postNoise: fields.number('uncertainty.postNoise', { min: 0, max: 0.49 }),
      ageSigma: points('uncertainty.ageSigma'),
    },
    overallScore: fields.yesNo('overallScore'),
    ranks: fields.yesNo('ranks'),
    minPeers: count('minPeers'),
  };
  checkOrder(method, fields);
  return method;
}

function checkOrder({ asOfYear, firstYear, pace, grades }: Method, fields: SeedFields): void {
  if (firstYear > asOfYear) {
    fields.fault(
      'firstYear',
      'The first year lies after the as-of year.',
      `Write ${String(asOfYear)} or earlier.`,
    );
  }
  if (pace.needsAccelerationRatio > pace.onTrackRatio) {
    const hint = 'Write a ratio no higher than pace.onTrackRatio.';
    fields.fault('pace.needsAccelerationRatio', 'The thresholds of pace are out of order.', hint);
  }
  const [a, b, c] = grades.coverage;
  if (a < b || b < c)
    fields.fault('grades.coverage.0', 'The shares do not fall from A to C.', 'E.g. 0.9, 0.75, 0.5.');
  const [young, middling, old] = grades.ageYears;
  if (young > middling || middling > old) {
    fields.fault('grades.ageYears.0', 'The ages do not rise from A to C.', 'E.g. 1, 2, 3.');
  }
  const [narrow, wide, wider] = grades.rangePoints;
  if (narrow > wide || wide > wider) {
    fields.fault('grades.rangePoints.0', 'The ranges do not rise from A to C.', 'E.g. 5, 10, 20.');
  }
}
