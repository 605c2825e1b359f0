import { readFile } from 'node:fs/promises';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import type { Seeds } from '../../../src/catalogue/check-catalogue.js';
import { sourceTexts } from '../../../src/catalogue/source-texts.js';
import { textIn, unitIn } from '../../../src/catalogue/text-in.js';
import { THREE_INDICATORS } from './seeds-with.js';

/** What a translation keeps letter by letter: codes of countries and standards, and years. */
function marksOf(text: string): readonly string[] {
  return text.match(/\b(?:IPv[46]|RPKI|ROA|V-Dem|CC BY(?:-[A-Z]+)*|(?:19|20)\d\d)\b/g) ?? [];
}

describe('the seeds of this repository', () => {
  let seeds: Seeds;
  beforeAll(async () => {
    seeds = await loadSeeds('seeds');
  });

  it('hold 5 principles, 25 goals and 98 indicators of which 16 are core', () => {
    const { principles, goals, indicators } = seeds.catalogue;
    expect([principles.length, goals.length, indicators.length]).toEqual([5, 25, 98]);
    expect(indicators.filter(({ tier }) => tier === 'core')).toHaveLength(16);
    expect(indicators.filter(({ goalposts }) => goalposts.kind === 'rubric')).toHaveLength(17);
    expect(indicators.filter(({ targetBasis }) => targetBasis !== undefined)).toHaveLength(13);
  });

  it('hold 101 commitments in 5 objectives, 11 issues and 194 scored areas', () => {
    const { commitments, objectives, issues, areas } = seeds.catalogue;
    expect([commitments.length, objectives.length, issues.length]).toEqual([101, 5, 11]);
    expect(areas.filter(({ scored }) => scored)).toHaveLength(194);
    expect(areas.filter(({ scored, status }) => scored && status === 'member')).toHaveLength(193);
  });

  it('score for countries only commitments that countries can fulfil', () => {
    const scored = seeds.catalogue.commitments.filter((commitment) => commitment.scored);
    expect(new Set(scored.map(({ kind, addressee }) => `${kind} of ${addressee}`))).toEqual(
      new Set(['commitment of Member States']),
    );
    expect(scored.some(({ measurability }) => measurability === 'global-only')).toBe(false);
  });

  it.each(['ar', 'es', 'fr', 'ru', 'zh'])('have a name for everything in %s', (language) => {
    const { catalogue } = seeds;
    const { principles, goals, objectives, commitments, issues, indicators, groups } = catalogue;
    const codes = {
      principle: principles.map(({ code }) => code),
      goal: goals.map(({ code }) => code),
      objective: objectives.map(({ code }) => code),
      commitment: commitments.map(({ id }) => id),
      issue: issues.map(({ code }) => code),
      indicator: indicators.map(({ code }) => code),
      group: groups.map(({ code }) => code),
    };
    const named = catalogue.names?.[language];
    const missing = Object.entries(codes).flatMap(([kind, all]) =>
      all.filter((code) => named?.[kind as keyof typeof codes]?.[code] === undefined),
    );
    expect(missing).toEqual([]);
  });

  it.each(['ar', 'es', 'fr', 'ru', 'zh'])(
    'have every text in %s, with the codes and years of the English one',
    (language) => {
      const { catalogue, communities } = seeds;
      const all = sourceTexts({ ...catalogue, communities });
      expect(all.length).toBeGreaterThan(600);
      const told = all.map((one) => ({
        ...one,
        translation: textIn(catalogue, language, one.kind, one.code, one.field),
      }));
      expect(told.filter(({ translation }) => translation === undefined).map(({ text }) => text)).toEqual([]);
      const lost = told.filter(({ text, translation = '' }) =>
        marksOf(text).some((mark) => !translation.includes(mark)),
      );
      expect(lost.map(({ text, translation }) => [text, translation])).toEqual([]);
    },
  );

  it.each(['ar', 'es', 'fr', 'ru', 'zh'])(
    'have units in %s that can follow a number as the English ones do',
    (language) => {
      const units = [...new Set(seeds.catalogue.indicators.map(({ unit }) => unit))];
      const starts = (unit: string): boolean => unit.startsWith('%');
      const others = units.filter((unit) => starts(unit) !== starts(unitIn(seeds.catalogue, language, unit)));
      expect(others).toEqual([]);
    },
  );

  it('have an example of level 1 and level 3 for each indicator that communities assess', () => {
    const { indicators, ladderExamples = [] } = seeds.catalogue;
    const assessed = indicators.filter(({ goalposts }) => goalposts.kind === 'rubric');
    const wanted = assessed.flatMap(({ code }) => [`${code} 1`, `${code} 3`]);
    const there = ladderExamples.map(({ indicator, level }) => `${indicator} ${String(level)}`);
    expect(wanted.filter((one) => !there.includes(one))).toEqual([]);
  });

  it('give a reason of its own for each link of the crosswalk', () => {
    const reasons = seeds.catalogue.crosswalk.map(({ reason }) => reason);
    expect(reasons).toHaveLength(151);
    expect(new Set(reasons).size).toBe(151);
    expect(reasons.filter((reason) => reason.length < 40 || !reason.endsWith('.'))).toEqual([]);
  });

  it('hold 171 initiatives, the recalled ones hidden, and one community of the installation itself', () => {
    const initiatives = seeds.communities.filter(({ kind }) => kind !== 'system');
    expect(initiatives).toHaveLength(171);
    expect(initiatives.filter(({ hidden }) => hidden)).toHaveLength(106);
    expect(seeds.communities.filter(({ kind }) => kind === 'system').map(({ code }) => code)).toEqual([
      'published-figures',
    ]);
  });

  it('hold 19,306 figures of 21 indicators, to the digit as in the files', async () => {
    expect(seeds.observations).toHaveLength(21);
    expect(seeds.observations.reduce((count, { rows }) => count + rows.length, 0)).toBe(19_306);
    const text = await readFile('seeds/observations/UI_NETUSE.csv', 'utf8');
    const inFile = text.trimEnd().split('\n').slice(1);
    const rows = seeds.observations.find(({ indicator }) => indicator === 'UI_NETUSE')?.rows ?? [];
    expect(rows.map(({ value }) => value)).toEqual(inFile.map((line) => Number(line.split(',')[2])));
    expect(rows.map(({ line }) => line)).toEqual(inFile.map((_, index) => index + 2));
  });

  it('hold the population of all 194 scored areas but those without figure, with its source', () => {
    const { population, populationSeries = [], areas } = seeds.catalogue;
    const scored = new Set(areas.filter((area) => area.scored).map(({ code }) => code));
    expect(population.every(({ area }) => scored.has(area))).toBe(true);
    expect(population).toHaveLength(194);
    expect(populationSeries.map(({ edition }) => edition)).toEqual([
      ...new Set(population.map(({ edition }) => edition)),
    ]);
  });

  it('put each scored Member State in one UN regional group', () => {
    const groups = seeds.catalogue.groups.filter(({ kind }) => kind === 'un_regional_group');
    const members = groups.flatMap((group) => group.members);
    expect(members).toHaveLength(193);
    expect(new Set(members).size).toBe(193);
  });

  it('read 2/3 as a fraction', () => {
    expect(seeds.catalogue.method.coverage.framework).toBe(2 / 3);
  });

  it('can be another framework altogether', async () => {
    const other = (await loadSeeds(THREE_INDICATORS)).catalogue;
    expect(other.framework.code).toBe('green-harbour');
    expect(other.principles.map(({ name }) => name)).toEqual(['Clean water', 'Quiet shore']);
    expect(other.indicators.map(({ goalposts }) => goalposts)).toEqual([
      { kind: 'range', worst: 100, best: 0, scale: 'log1p' },
      { kind: 'band', low: 33, high: 36, zeroDistance: 10 },
      { kind: 'rubric', worst: 0, best: 2, scale: 'linear' },
    ]);
    expect(other.groups).toEqual([
      { code: 'ALL', kind: 'world', name: 'All parties', members: ['DNK', 'EST', 'MAR'] },
      { code: 'HIGH', kind: 'income_group', name: 'High income', members: ['DNK', 'EST'] },
    ]);
  });
});
