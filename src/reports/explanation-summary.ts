import type { Catalogue } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import { nameIn } from '../catalogue/name-in.js';
import { unitIn } from '../catalogue/text-in.js';
import { areaName } from '../language/area-name.js';
import type { Language } from '../language/language.js';
import { printScore } from '../language/print-score.js';
import { printPercent, printQuantity, printYear } from '../language/print-value.js';
import { translate } from '../language/translate.js';
import { nodeNameIn } from './charts/node-name-in.js';
import type { ExplanationReport } from './explanation.js';

/** What an explanation comes to, in a few sentences. */
export function summarise(
  report: Omit<ExplanationReport, 'sentences'>,
  language: Language,
  lookUp: LookUp,
): readonly string[] {
  const { catalogue } = lookUp;
  const { area, node, year, score, missing } = report;
  const of = {
    area: areaName(language, area),
    name: nodeNameIn(lookUp, language, node),
    year: printYear(year, language),
  };
  const say = (key: string, params: Readonly<Record<string, string | number>>): string =>
    translate(language, key, params);
  const headline =
    score === undefined
      ? say('explain.noScore', { ...of, reason: missing === undefined ? '' : say(`missing.${missing}`, {}) })
      : say('explain.score', { ...of, score: printScore(score, language) });
  return [headline, ...meansOf(report, language, catalogue), ...helpOf(report, language, catalogue)];
}

function meansOf(
  { node, tree, indicators, coverage, score }: Omit<ExplanationReport, 'sentences'>,
  language: Language,
  catalogue: Catalogue,
): readonly string[] {
  const [only] = indicators;
  if (tree === undefined) {
    if (node.kind !== 'indicator' || only?.value === undefined || only.year === undefined) return [];
    const value = printQuantity(only.value, unitIn(catalogue, language, only.unit), language);
    const valueYear = printYear(only.year, language);
    return [translate(language, 'explain.level', { value, valueYear, age: only.ageYears ?? 0 })];
  }
  const kind = tree.power === 1 ? 'arithmetic' : tree.power === 0 ? 'geometric' : 'other';
  const { power, available, minCoverage, minAvailable } = tree;
  const children = tree.children.filter((child) => child.missing !== 'NO_WEIGHT');
  const filled = children.filter((child) => child.filled).length;
  const exempt = tree.leftOut.filter(({ reason }) => reason === 'NOT_APPLICABLE').length;
  return [
    translate(language, 'explain.mean', {
      kind,
      power,
      available,
      all: children.length,
      coverage: printPercent(coverage ?? 0, language),
      scored: score === undefined ? 'no' : 'yes',
    }),
    ...(minAvailable === undefined
      ? []
      : [
          translate(language, 'explain.least', {
            parts: minAvailable,
            least: printPercent(minCoverage, language),
          }),
        ]),
    ...(score !== undefined && available < children.length
      ? [translate(language, 'explain.renormalised')]
      : []),
    ...(filled > 0 ? [translate(language, 'explain.filled', { count: filled })] : []),
    ...(exempt > 0 ? [translate(language, 'explain.notApplicable', { count: exempt })] : []),
  ];
}

function helpOf(
  { help, tree }: Omit<ExplanationReport, 'sentences'>,
  language: Language,
  catalogue: Catalogue,
): readonly string[] {
  const { group, items } = help;
  if (tree === undefined || group === undefined || items.length === 0) return [];
  const named = items.map((item) =>
    translate(language, 'explain.helpItem', {
      name: nameIn(catalogue, language, 'indicator', item.code),
      points: printScore(item.points, language),
    }),
  );
  return [
    translate(language, 'explain.help', {
      group: nameIn(catalogue, language, 'group', group.code),
      items: named.join('; '),
    }),
  ];
}
