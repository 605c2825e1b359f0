#!/usr/bin/env node
/**
 * Computes every score of this package again from its figures, and compares: `node rebuild/rebuild.mjs [package folder]`.
 * Plain Node (20 or later), nothing else; written for this package from the pages in method/, not the program that made the
 * scores. Where the terms of a publisher keep figures out of the package, the published level of the indicator is taken as
 * given. Ends with 1 when a score differs by more than 1e-9.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { number, readTable } from './csv.mjs';
import { groupBy, levelsFrom } from './levels.mjs';
import { planNodes, scoreNodes } from './nodes.mjs';

const CLOSE = 1e-9;
const MOST_LINES = 20;
const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const table = (name) => readTable(join(folder, 'data', `${name}.csv`));

const method = JSON.parse(readFileSync(join(folder, 'data/method.json'), 'utf8'));
const nodes = table('nodes');
const indicators = table('indicators');
const observations = table('observations');
const published = table('scores');
const population = table('population');
const areas = table('areas').filter(({ scored }) => scored === 'true');
const excluded = new Set(table('not-applicable').map(({ area, indicator }) => `${area}|${indicator}`));

const computed = levelsFrom({
  method,
  indicators,
  observations,
  series: table('series'),
  population,
  comparable: table('comparable-editions'),
});
/** Where the terms of the population keep it out, levels per population are taken as given too. */
const populationIsLeftOut = population.length === 0;
const perPopulation = new Set(indicators.filter(({ per }) => per !== null).map(({ code }) => code));
const given = new Map();
for (const { area, kind, code, score, terms } of published) {
  const isKept = terms === 'nc-sa' || terms === 'ask' || (populationIsLeftOut && perPopulation.has(code));
  if (kind === 'indicator' && isKept) given.set(`${area}|${code}`, number(score));
}
const levels = new Map();
for (const { code: area } of areas) {
  for (const { code } of indicators) {
    const name = `${area}|${code}`;
    const level = given.has(name) ? given.get(name) : excluded.has(name) ? null : computed(area, code);
    levels.set(name, level);
  }
}

/** Indicators that count in views: those with a level in enough areas. */
const live = new Set(
  indicators
    .map(({ code }) => code)
    .filter((code) => {
      const share = areas.filter((area) => levels.get(`${area.code}|${code}`) !== null).length / areas.length;
      return share >= method.coverage.liveShare - CLOSE;
    }),
);
const ofIssues = table('indicator-issues');
const naming = (column, name) =>
  indicators.filter((one) => (one[column] ?? '').split(' ').includes(name)).map(({ code }) => code);
/** Codes of the indicators of each kind of view. */
const membersOf = {
  issue: (code) => ofIssues.filter(({ issue }) => issue === code).map(({ indicator }) => indicator),
  action_line: (code) => naming('wsis', code.replace('WSIS-', '')),
  sdg_target: (code) => naming('sdg', code.replace('SDG-', '')),
};
const plans = planNodes({
  method,
  framework: nodes.find(({ kind }) => kind === 'framework').code,
  principles: table('principles'),
  goals: table('goals'),
  indicators,
  views: nodes
    .filter(({ kind }) => kind in membersOf)
    .map(({ kind, code }) => ({ kind, code, members: membersOf[kind](code) })),
  links: {
    crosswalk: table('crosswalk'),
    commitments: table('commitments'),
    objectives: table('objectives'),
  },
});
const fills = regionalMeans();
const rebuilt = new Map();
for (const { code: area, un_group: region } of areas) {
  const evaluate = scoreNodes(plans, live, {
    levelOf: (code) => levels.get(`${area}|${code}`),
    fillOf: (code) => fills.get(`${region}|${code}`) ?? null,
    applies: (code) => !excluded.has(`${area}|${code}`),
  });
  for (const { kind, code } of nodes) {
    const score = kind === 'indicator' ? levels.get(`${area}|${code}`) : evaluate(`${kind} ${code}`).score;
    rebuilt.set(`${area}|${kind}|${code}`, score);
  }
}

let largest = 0;
const different = [];
for (const { area, kind, code, score } of published) {
  const again = rebuilt.get(`${area}|${kind}|${code}`) ?? null;
  const distance =
    again === null || score === null ? Number(again !== number(score)) : Math.abs(again - score);
  largest = Math.max(largest, distance);
  if (!(distance <= CLOSE)) different.push(`${area} ${kind} ${code}: published ${score}, rebuilt ${again}`);
}
const asGiven = [...given.values()].filter((level) => level !== null).length;
const withScore = published.filter(({ score }) => score !== null).length;
for (const line of different.slice(0, MOST_LINES)) console.log(line);
if (different.length > MOST_LINES) console.log(`and ${different.length - MOST_LINES} more`);
console.log(
  `${published.length} rows compared, ${withScore} with a score, of ${areas.length} areas, from ${observations.length} figures.`,
);
console.log(`${asGiven} levels taken as published: figures not redistributable.`);
console.log(`${different.length} differ by more than ${CLOSE}; largest difference ${largest}.`);
process.exitCode = different.length === 0 ? 0 : 1;

/** The mean level of each indicator in each region, where the method fills gaps with it. */
function regionalMeans() {
  const means = new Map();
  if (method.missing.rule !== 'regional_mean') return means;
  for (const [region, members] of groupBy(
    areas.filter((area) => area.un_group !== null),
    'un_group',
  )) {
    for (const { code } of indicators) {
      const known = members
        .map((area) => levels.get(`${area.code}|${code}`))
        .filter((level) => level !== null);
      if (known.length === 0 || known.length < method.missing.minValues) continue;
      means.set(`${region}|${code}`, known.reduce((total, level) => total + level, 0) / known.length);
    }
  }
  return means;
}
