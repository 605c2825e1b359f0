import type {
  Observation,
  ObservationStatus,
  SeriesEdition,
} from '../../../../src/observations/observation.js';
import type { Seeded } from './seeded-sources.js';

const SENDERS = ['kenya-igf', 'brazil-igf', 'youth-igf'];
const STATUSES: readonly ObservationStatus[] = ['normal', 'normal', 'estimated', 'provisional', 'doubtful'];

/**
 * The framework of the seeds with every rule of the method at work, over made-up figures of several sources: listed and
 * unlisted editions, communities, ladders, doubtful and repeated years, gaps filled by region, ranks, other powers and
 * weights, indicators without a meaning somewhere. The same each time.
 */
export function aHardFramework({ catalogue: seeds }: Seeded, areaCount = 40): Seeded {
  const random = numbers(20_261_123);
  const chosen = seeds.areas.filter(({ scored }) => scored).slice(0, areaCount);
  const members = new Set(chosen.map(({ code }) => code));
  const [first, second, third] = seeds.principles;
  const decision = { author: 'us', date: '2026-11-23', reason: 'to try it' };
  const goal = seeds.goals.find(({ principle }) => principle === second?.code)?.code ?? '';
  const core = seeds.indicators.filter(({ tier }) => tier === 'core');
  const catalogue = {
    ...seeds,
    areas: chosen,
    groups: seeds.groups.map((group) => ({
      ...group,
      members: group.members.filter((code) => members.has(code)),
    })),
    population: seeds.population.filter(({ area }) => members.has(area)),
    method: {
      ...seeds.method,
      overallScore: true,
      ranks: true,
      missing: { rule: 'regional_mean' as const, minValues: 3 },
      power: { goal: 1, principle: 0, framework: -1 },
      powers: [{ ...decision, node: goal, power: 2 }],
      weights: [
        { ...decision, parent: seeds.framework.code, child: first?.code ?? '', weight: 3 },
        { ...decision, parent: seeds.framework.code, child: third?.code ?? '', weight: 0 },
        { ...decision, parent: 'ACCESS', child: 'UI_NETUSE', weight: 4 },
      ],
    },
    indicators: seeds.indicators.map((indicator, i) =>
      i % 9 === 0 ? { ...indicator, averageYears: 3 } : indicator,
    ),
    notApplicable: core.slice(0, 20).map(({ code }, i) => ({
      indicator: code,
      area: chosen[i % chosen.length]?.code ?? '',
      reason: 'no coast',
    })),
    comparableEditions: seeds.indicators.map(({ code }) => ({
      indicator: code,
      editionA: 'one',
      editionB: 'two',
      reason: 'same questions',
    })),
  };
  const seriesEditions = new Map<number, SeriesEdition>();
  const editionsOf = new Map<string, number[]>();
  const add = (edition: Omit<SeriesEdition, 'id'>): void => {
    const id = seriesEditions.size + 1;
    seriesEditions.set(id, { ...edition, id });
    editionsOf.set(edition.indicator, [...(editionsOf.get(edition.indicator) ?? []), id]);
  };
  for (const { indicator, series, edition, redistribution } of seeds.series) {
    if (redistribution !== 'attribution' && redistribution !== 'sa') continue;
    const of = { indicator, source: series, community: 'published-figures', published: true, redistribution };
    add({ ...of, edition: 'before the list' });
    add({ ...of, edition });
    add({ ...of, edition: 'after the list' });
  }
  for (const { code: indicator } of seeds.indicators) {
    for (const edition of ['one', 'two']) {
      add({
        indicator,
        source: 'NEW',
        edition,
        community: 'published-figures',
        published: true,
        redistribution: 'sa',
      });
    }
    for (const community of SENDERS) {
      add({ indicator, source: 'our survey', edition: 'ours', community, published: false });
    }
  }
  const observations = catalogue.indicators.flatMap(({ code: indicator, goalposts }) =>
    chosen.flatMap(({ code: area }) =>
      (editionsOf.get(indicator) ?? []).flatMap((seriesEditionId) =>
        [2014, 2020, 2022, 2023, 2024, 2025, 2026].flatMap((year): Observation[] => {
          if (random() < 0.75) return [];
          const [low, high] =
            goalposts.kind === 'band'
              ? [goalposts.low - goalposts.zeroDistance, goalposts.high + goalposts.zeroDistance]
              : [goalposts.worst, goalposts.best];
          const value = low + (high - low) * (random() * 1.2 - 0.1);
          return [
            {
              area,
              indicator,
              year,
              value: goalposts.kind === 'rubric' ? Math.min(4, Math.max(0, Math.round(value))) : value,
              status: STATUSES[Math.floor(random() * STATUSES.length)] ?? 'normal',
              seriesEditionId,
              submissionId: seriesEditionId,
              rowNumber: 2,
              revisionFrom: 1 + Math.floor(random() * 9),
            },
          ];
        }),
      ),
    ),
  );
  return { catalogue, seriesEditions, observations };
}

/** Numbers from 0 to 1 that look random; a linear congruence. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
