import type {
  Area,
  Catalogue,
  Commitment,
  CrosswalkLink,
  Goal,
  Indicator,
  Method,
  Principle,
  PublishedSeries,
} from '../../../src/catalogue/catalogue.js';
import type {
  Observation,
  ObservationSnapshot,
  SeriesEdition,
} from '../../../src/observations/observation.js';

export function aMethod(own: Partial<Method> = {}): Method {
  return {
    version: '1.0',
    edition: '2026',
    asOfYear: 2026,
    firstYear: 2015,
    base: { fixedYear: 2024, fixedFrom: 2029, lookBackYears: 5, windowYears: 2, minSpanYears: 3 },
    maxFreshnessYears: 5,
    defaultTargetYear: 2030,
    pace: { deadBand: 0.1, onTrackRatio: 0.95, needsAccelerationRatio: 0.6, directionBand: 0.5 },
    coverage: {
      goal: 0.5,
      principle: 0.6,
      principleMinGoals: 2,
      framework: 0.5,
      view: 0.5,
      viewMinIndicators: 3,
      objectiveMinCommitments: 3,
      objectiveMinShare: 0.25,
      liveShare: 0.5,
      commitmentIfMeasured: 1,
      commitmentOtherwise: 2,
      matchedShare: 0.5,
      rank: 2 / 3,
    },
    grades: { coverage: [0.9, 0.75, 0.5], ageYears: [1, 2, 3], rangePoints: [5, 10, 20] },
    power: { goal: 1, principle: 1, framework: 1 },
    powers: [],
    weights: [],
    partlyWeight: 0.5,
    missing: { rule: 'renormalise', minValues: 3 },
    growth: { thresholds: 'open_sdg' },
    aggregates: { populationCoverage: 2 / 3, memberCoverage: 0.5, populationYear: 2026 },
    uncertainty: {
      seed: 1,
      replicates: 1000,
      auditReplicates: 10_000,
      weightNoise: 0.25,
      postNoise: 0.05,
      ageSigma: 1,
    },
    overallScore: false,
    ranks: false,
    minPeers: 5,
    ...own,
  };
}

export function anIndicator(code: string, goal: string, own: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: code,
    goal,
    tier: 'core',
    definition: '',
    unit: '%',
    goalposts: { kind: 'range', worst: 0, best: 100, scale: 'linear' },
    goalpostReason: '',
    averageYears: 1,
    weight: 1,
    scored: true,
    derivedScoresAllowed: true,
    freshnessYears: 3,
    issues: [],
    wsis: [],
    sdg: [],
    source: '',
    series: '',
    update: '',
    licence: '',
    ...own,
  };
}

export function anArea(code: string, own: Partial<Area> = {}): Area {
  return { code, iso2: code.slice(0, 2), m49: '000', name: code, status: 'member', scored: true, ...own };
}

export function aPrinciple(code: string): Principle {
  return { code, name: code, weight: 1, source: '' };
}

export function aGoal(code: string, principle: string): Goal {
  return { code, principle, name: code, weight: 1, basis: '' };
}

export function aCommitment(id: string, own: Partial<Commitment> = {}): Commitment {
  return {
    id,
    objective: '1',
    paragraph: '',
    section: '',
    title: id,
    kind: 'commitment',
    addressee: 'Member States',
    measurability: 'direct',
    sdgTargets: [],
    relatedSdgIndicators: [],
    confidence: 'text',
    scored: true,
    ...own,
  };
}

export function aLink(
  indicator: string,
  commitment: string,
  type: CrosswalkLink['type'] = 'measures',
): CrosswalkLink {
  return { indicator, commitment, type, reason: '', author: '', date: '', official: false, reviewed: false };
}

export function aSeries(indicator: string, series: string, edition: string): PublishedSeries {
  return {
    indicator,
    organisation: '',
    series,
    edition,
    fromYear: 2000,
    toYear: 2026,
    url: '',
    terms: '',
    redistribution: 'attribution',
    provenance: '',
    notes: '',
  };
}

/** One area, one principle with two goals, one core indicator in each. */
export function aCatalogue(own: Partial<Catalogue> = {}): Catalogue {
  return {
    framework: { code: 'example', name: 'Example', version: '1', description: '', source: '' },
    method: aMethod(),
    principles: [aPrinciple('open')],
    goals: [aGoal('open.1', 'open'), aGoal('open.2', 'open')],
    indicators: [anIndicator('ONLINE', 'open.1'), anIndicator('SPEED', 'open.2')],
    ladder: [],
    issues: [],
    objectives: [],
    commitments: [],
    crosswalk: [],
    areas: [anArea('AAA')],
    groups: [],
    population: [],
    series: [],
    comparableEditions: [],
    seriesAliases: [],
    areaAliases: [],
    notApplicable: [],
    ...own,
  };
}

export interface Figure {
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
  readonly area?: string;
  readonly status?: Observation['status'];
  readonly source?: string;
  readonly edition?: string;
  /** Absent: a published figure. */
  readonly community?: string;
}

/** A snapshot of figures; those with the same indicator, community, source and edition share a series edition. */
export function aSnapshot(figures: readonly Figure[], revision = 1): ObservationSnapshot {
  const seriesEditions = new Map<number, SeriesEdition>();
  const ids = new Map<string, number>();
  const observations = figures.map((figure, i): Observation => {
    const { indicator, source = 'S', edition = 'E', community = 'published' } = figure;
    const key = JSON.stringify([indicator, community, source, edition]);
    const id = ids.get(key) ?? ids.size + 1;
    ids.set(key, id);
    const published = figure.community === undefined;
    seriesEditions.set(id, { id, indicator, community, source, edition, published });
    return {
      area: figure.area ?? 'AAA',
      indicator,
      year: figure.year,
      value: figure.value,
      status: figure.status ?? 'normal',
      seriesEditionId: id,
      submissionId: 1,
      rowNumber: i + 2,
      revisionFrom: 1,
    };
  });
  return { revision, observations, seriesEditions };
}
