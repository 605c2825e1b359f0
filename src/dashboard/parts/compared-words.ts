import type { ComparedNode, CompareReport } from '../../reports/compare/compare-report.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';

/** What stands beside each other, countries first, as the reader's language calls them. */
export function comparedNames({ nodes }: CompareReport, { words, named }: Frame): readonly string[] {
  const [first] = nodes;
  if (first === undefined) return [];
  return [
    ...first.areas.map((area) => words.area(area)),
    ...first.groups.map(({ group }) => named('group', group)),
  ];
}

/** What the ranges allow to say about differences between countries, in the order of the countries. */
export function overlapSentences({ kind, areas, pairs }: ComparedNode, words: Words): readonly string[] {
  if (areas.filter(({ score }) => score !== undefined).length < 2) return [];
  if (kind === 'indicator') return [words.t('compare.noRange')];
  if (pairs.length === 0) return [words.t('compare.rangesUnknown')];
  const nameOf = (code: string): string => {
    const area = areas.find((one) => one.code === code);
    return area === undefined ? code : words.area(area);
  };
  const apart = areas.flatMap(({ code }) => {
    const below = pairs.filter(({ higher }) => higher === code).map(({ a, b }) => nameOf(a === code ? b : a));
    return below.length === 0
      ? []
      : words.t('compare.apart', { name: nameOf(code), count: below.length, others: words.list(below) });
  });
  const overlapping = pairs.filter(({ overlap }) => overlap).length;
  if (apart.length === 0) return [words.t('compare.overlapAll')];
  if (overlapping === 0) return apart;
  return [...apart, words.t('compare.overlapOthers', { count: overlapping })];
}
