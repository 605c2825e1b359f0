import type { Indicator } from '../../../src/catalogue/catalogue.js';
import { lookUp } from '../../../src/catalogue/look-up.js';
import { whatItTakesCells, WHAT_IT_TAKES_COLUMNS } from '../../../src/reports/what-it-takes-cells.js';
import type { WhatItTakes } from '../../../src/reports/what-it-takes.js';
import { whatWouldItTake } from '../../../src/reports/what-would-it-take.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import { aCatalogue, anArea, anIndicator, aSnapshot, type Figure } from '../scoring/a-catalogue.js';

const PEERS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
const AGREED = { target: 100, targetBasis: 'everybody' };
const ONLINE = anIndicator('ONLINE', 'open.1', AGREED);
const ALIKE = [{ code: 'POOR', kind: 'income_group' as const, name: 'Poor', members: ['AAA', ...PEERS] }];

/** `[2021, 50], [2026, 60]` as figures. */
function figures(area: string, ...values: readonly (readonly [year: number, value: number])[]): Figure[] {
  return values.map(([year, value]) => ({ area, indicator: 'ONLINE', year, value }));
}

/** Three values with so many points a year, up to 2026. */
function moving(area: string, pace: number): Figure[] {
  return figures(area, [2021, 20], [2024, 20 + 3 * pace], [2026, 20 + 5 * pace]);
}

/** P1 moves one point a year, P2 two, and so on. */
const ofPeers = PEERS.flatMap((peer, i) => moving(peer, i + 1));

function linesOf(
  observed: readonly Figure[],
  { indicator = ONLINE, groups = ALIKE }: { indicator?: Indicator; groups?: readonly Group[] } = {},
): readonly WhatItTakes[] {
  const catalogue = aCatalogue({
    indicators: [indicator],
    areas: ['AAA', ...PEERS].map((code) => anArea(code, { name: `Land ${code}` })),
    groups,
  });
  const snapshot = aSnapshot(observed);
  return whatWouldItTake('AAA', {
    lookUp: lookUp(catalogue),
    board: buildScoreBoard(catalogue, snapshot),
    seriesEditions: snapshot.seriesEditions,
    receipts: new Map(),
    statements: [],
    communities: new Map(),
    fingerprint: 'any',
  });
}

type Group = ReturnType<typeof aCatalogue>['groups'][number];

function lineOf(...from: Parameters<typeof linesOf>): WhatItTakes {
  const [line] = linesOf(...from);
  if (line === undefined) throw new Error('There is no line');
  return line;
}

const own = figures('AAA', [2021, 50], [2024, 56], [2026, 60]);

describe('whatWouldItTake', () => {
  it('says what pace leads to the target on time, and where the path stands next year', () => {
    expect(lineOf(own)).toMatchObject({
      indicator: 'ONLINE',
      value: 60,
      year: 2026,
      target: 100,
      targetYear: 2030,
      required: { pointsPerYear: 10, unitPerYear: 10, milestone: { year: 2027, value: 70 } },
    });
  });

  it('compares it with the own pace so far and with that of the five fastest peers', () => {
    const { ownPast, peers } = lineOf([...own, ...ofPeers]);
    expect(ownPast).toEqual({ fromYear: 2021, pointsPerYear: 2, unitPerYear: 2, factor: 5 });
    expect(peers).toMatchObject({
      group: { code: 'POOR', kind: 'income_group', name: 'Poor' },
      withPace: 6,
      pointsPerYear: 4,
      unitPerYear: 4,
      factor: 2.5,
    });
    expect(peers?.fastest.map(({ code }) => code)).toEqual(['P6', 'P5', 'P4', 'P3', 'P2']);
    expect(peers?.fastest[0]).toEqual({ code: 'P6', name: 'Land P6', pointsPerYear: 6 });
  });

  it('falls in the unit where lower is better', () => {
    const indicator = {
      ...ONLINE,
      goalposts: { kind: 'range' as const, worst: 80, best: 0, scale: 'linear' as const },
      target: 20,
    };
    const { required, ownPast } = lineOf(figures('AAA', [2021, 70], [2024, 64], [2026, 60]), { indicator });
    expect(required).toEqual({
      pointsPerYear: 12.5,
      unitPerYear: -10,
      milestone: { year: 2027, value: 50 },
    });
    expect(ownPast).toMatchObject({ pointsPerYear: 2.5, unitPerYear: -2, factor: 5 });
  });

  it('names the next value only, where the scale is not linear', () => {
    const logged = {
      ...ONLINE,
      goalposts: { kind: 'range' as const, worst: 1, best: 10_000, scale: 'log' as const },
      target: 10_000,
    };
    const log = lineOf(figures('AAA', [2021, 10], [2024, 50], [2026, 100]), { indicator: logged });
    expect(log.required?.pointsPerYear).toBeCloseTo(12.5, 9);
    expect(log.required?.milestone?.value).toBeCloseTo(10 ** 2.5, 9);
    expect([log.required?.unitPerYear, log.ownPast?.unitPerYear]).toEqual([undefined, undefined]);

    const banded = {
      ...ONLINE,
      goalposts: { kind: 'band' as const, low: 0.9, high: 1.1, zeroDistance: 0.8 },
      target: 1,
    };
    const band = lineOf(figures('AAA', [2021, 0.2], [2024, 0.4], [2026, 0.5]), { indicator: banded });
    expect(band.required?.pointsPerYear).toBeCloseTo(12.5, 9);
    expect(band.required?.milestone?.value).toBeCloseTo(0.6, 9);
  });

  it('asks for the target itself when the target year is the next one', () => {
    const indicator = { ...ONLINE, targetYear: 2027 };
    expect(lineOf(own, { indicator }).required).toEqual({
      pointsPerYear: 40,
      unitPerYear: 40,
      milestone: { year: 2027, value: 100 },
    });
  });

  it('counts the years from the current value, and reads the path in the year after the edition’s', () => {
    const { required } = lineOf(figures('AAA', [2019, 40], [2022, 50], [2024, 58]));
    expect(required).toEqual({
      pointsPerYear: 7,
      unitPerYear: 7,
      milestone: { year: 2027, value: 79 },
    });
  });

  it('has nothing to say without an agreed target, without a current value, and once the target is met', () => {
    expect(linesOf(own, { indicator: anIndicator('ONLINE', 'open.1', { target: 100 }) })).toEqual([]);
    expect(linesOf(own, { indicator: { ...ONLINE, scored: false } })).toEqual([]);
    expect(linesOf([])).toEqual([]);
    expect(linesOf(figures('AAA', [2018, 50], [2021, 60]))).toEqual([]);
    expect(linesOf(own, { indicator: { ...ONLINE, target: 60 } })).toEqual([]);
  });

  it('says so when no time is left', () => {
    for (const targetYear of [2025, 2026]) {
      const line = lineOf([...own, ...ofPeers], { indicator: { ...ONLINE, targetYear } });
      expect(line).toMatchObject({ missing: 'TARGET_YEAR_PASSED', targetYear });
      expect([line.required, line.ownPast, line.peers]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('refuses a comparison with an own past of fewer than three comparable values', () => {
    expect(lineOf(figures('AAA', [2021, 50], [2026, 60])).ownPast).toEqual({
      fromYear: 2021,
      missing: 'TOO_FEW_VALUES',
    });
    expect(lineOf(figures('AAA', [2026, 60])).ownPast).toEqual({ missing: 'SINGLE_OBSERVATION' });
    expect(lineOf(figures('AAA', [2024, 50], [2025, 55], [2026, 60])).ownPast).toEqual({
      missing: 'NO_BASELINE',
    });
  });

  it('multiplies no pace that leads nowhere or away', () => {
    expect(lineOf(moving('AAA', 0)).ownPast).toMatchObject({ pointsPerYear: 0, missing: 'NOT_MOVING' });
    expect(lineOf(moving('AAA', -1)).ownPast).toMatchObject({ pointsPerYear: -1, missing: 'MOVING_AWAY' });
    const { peers } = lineOf([...own, ...PEERS.flatMap((peer) => moving(peer, -1))]);
    expect(peers).toMatchObject({ pointsPerYear: -1, missing: 'MOVING_AWAY' });
    expect(peers?.factor).toBe(undefined);
  });

  it('counts as peers only others whose pace stands on three values', () => {
    const five = [
      ...PEERS.slice(1).flatMap((peer) => moving(peer, 1)),
      ...figures('P1', [2021, 0], [2026, 90]),
    ];
    expect(lineOf([...own, ...five]).peers).toMatchObject({ withPace: 5, pointsPerYear: 1 });
    const four = five.filter(({ area }) => area !== 'P6');
    expect(lineOf([...own, ...four]).peers).toEqual({
      group: { code: 'POOR', kind: 'income_group', name: 'Poor' },
      withPace: 4,
      fastest: [],
      missing: 'TOO_FEW_PEERS',
    });
  });

  it('looks for peers in the income group, then the regional group, and in the world for want of a region', () => {
    const small = { code: 'POOR', kind: 'income_group' as const, name: 'Poor', members: ['AAA', 'P1'] };
    const everybody = ['AAA', ...PEERS];
    const region = { code: 'EAST', kind: 'un_regional_group' as const, name: 'East', members: everybody };
    const world = { code: 'WORLD', kind: 'world' as const, name: 'World', members: everybody };
    const groupFor = (groups: readonly Group[]) =>
      lineOf([...own, ...ofPeers], { groups }).peers?.group?.code;
    expect(groupFor([world, region, ...ALIKE])).toBe('POOR');
    expect(groupFor([world, region, small])).toBe('EAST');
    expect(groupFor([world, small])).toBe('WORLD');
    const fewInRegion = { ...region, members: ['AAA', 'P1'] };
    expect(lineOf([...own, ...ofPeers], { groups: [world, fewInRegion, small] }).peers).toMatchObject({
      group: { code: 'POOR' },
      withPace: 1,
      missing: 'TOO_FEW_PEERS',
    });
    expect(lineOf([...own, ...ofPeers], { groups: [] }).peers).toEqual({
      withPace: 0,
      fastest: [],
      missing: 'TOO_FEW_PEERS',
    });
  });
});

describe('whatItTakesCells', () => {
  it('carry the same numbers as the report', () => {
    expect(whatItTakesCells(lineOf([...own, ...ofPeers]))).toEqual({
      pace_needed: 10,
      unit_needed_per_year: 10,
      milestone_year: 2027,
      milestone_value: 70,
      needed_missing: undefined,
      own_unit_per_year: 2,
      times_own_pace: 5,
      own_pace_missing: undefined,
      peer_group: 'POOR',
      peers_with_pace: 6,
      fastest_peers: 'P6 P5 P4 P3 P2',
      pace_of_fastest_peers: 4,
      unit_per_year_of_fastest_peers: 4,
      times_peers_pace: 2.5,
      peers_pace_missing: undefined,
    });
  });

  it('are empty where there is nothing to say', () => {
    const cells = whatItTakesCells(undefined);
    expect(Object.keys(cells)).toEqual([...WHAT_IT_TAKES_COLUMNS]);
    expect(Object.values(cells).every((cell) => cell === undefined)).toBe(true);
  });
});
