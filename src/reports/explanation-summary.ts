import type { Language } from '../language/language.js';
import { printScore } from '../language/print-score.js';
import { printPercent, printQuantity, printYear } from '../language/print-value.js';
import { translate } from '../language/translate.js';
import type { ExplanationReport } from './explanation.js';

/** What an explanation comes to, in a few sentences. */
export function summarise(
  report: Omit<ExplanationReport, 'sentences'>,
  language: Language,
): readonly string[] {
  const { area, node, year, score, missing } = report;
  const of = { area: area.name, name: node.name, year: printYear(year, language) };
  const say = (key: string, params: Readonly<Record<string, string | number>>): string =>
    translate(language, key, params);
  const headline =
    score === undefined
      ? say('explain.noScore', { ...of, reason: missing === undefined ? '' : say(`missing.${missing}`, {}) })
      : say('explain.score', { ...of, score: printScore(score, language) });
  return [headline, ...meansOf(report, language), ...helpOf(report, language)];
}

function meansOf(
  { node, tree, indicators, coverage, score }: Omit<ExplanationReport, 'sentences'>,
  language: Language,
): readonly string[] {
  const [only] = indicators;
  if (tree === undefined) {
    if (node.kind !== 'indicator' || only?.value === undefined || only.year === undefined) return [];
    const value = printQuantity(only.value, only.unit, language);
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

function helpOf({ help, tree }: Omit<ExplanationReport, 'sentences'>, language: Language): readonly string[] {
  const { group, items } = help;
  if (tree === undefined || group === undefined || items.length === 0) return [];
  const named = items.map(({ name, points }) =>
    translate(language, 'explain.helpItem', { name, points: printScore(points, language) }),
  );
  return [translate(language, 'explain.help', { group: group.name, items: named.join('; ') })];
}
