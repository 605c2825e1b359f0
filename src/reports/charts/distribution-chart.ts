import type { DistributionSpecification, PlacedArea } from '../../charts/chart-specification.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { printScore } from '../../language/print-score.js';
import { translate } from '../../language/translate.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { quantile } from '../../scoring/engine/quantile.js';
import { LEAST_SCORES } from '../distribution.js';
import type { FoundNode } from '../find-node.js';
import { hueOf } from '../node-trend.js';
import { reportHead, type ReportSources } from '../report-sources.js';
import { editionNote, inARow, spokenIn } from './chart-head.js';
import { levelOf, unitOf } from './node-levels.js';
import { nodeNameIn } from './node-name-in.js';

/** Where all countries stand on a node or indicator, in no order; the chosen ones are named. */
export function distributionChart(
  sources: ReportSources,
  node: FoundNode,
  chosen: readonly string[],
  language: Language,
): DistributionSpecification {
  const { board, lookUp } = sources;
  const areas = lookUp.scoredAreas.flatMap((area): PlacedArea[] => {
    const value = levelOf(board, area.code, node);
    if (value === undefined) return [];
    const name = areaName(language, area);
    const printed = printScore(value, language);
    return [{ area: area.code, name, value, printed, chosen: chosen.includes(area.code) }];
  });
  const values = areas.map(({ value }) => value).sort((one, other) => one - other);
  const marked = areas.filter((area) => area.chosen);
  const middle = middleOf(values, language);
  return withoutUndefined({
    kind: 'distribution' as const,
    ...spokenIn(language),
    title: titleOf(nodeNameIn(lookUp, language, node), marked, middle, values.length, language),
    summary: translate(language, 'chart.distribution.summary', {
      count: values.length,
      least: printScore(values[0] ?? 0, language),
      most: printScore(values.at(-1) ?? 0, language),
    }),
    unit: unitOf(node, language),
    notes: [
      ...(marked.length === 0 ? [] : [markedNote(marked, language)]),
      editionNote(reportHead(sources), language),
    ],
    areas,
    middle,
    hue: hueOf(node.kind, node.code, lookUp),
  });
}

function middleOf(values: readonly number[], language: Language): DistributionSpecification['middle'] {
  if (values.length < LEAST_SCORES) return undefined;
  const [low = 0, median = 0, high = 0] = [0.25, 0.5, 0.75].map((share) => quantile(values, share) ?? 0);
  const label = translate(language, 'chart.distribution.middle', { median: printScore(median, language) });
  return { low, median, high, label };
}

function markedNote(marked: readonly PlacedArea[], language: Language): string {
  const areas = marked.map(({ name, printed: figure }) =>
    translate(language, 'chart.note.area', { name, figure }),
  );
  return translate(language, 'chart.distribution.chosen', { areas: inARow(areas, language) });
}

function titleOf(
  name: string,
  marked: readonly PlacedArea[],
  middle: DistributionSpecification['middle'],
  count: number,
  language: Language,
): string {
  if (middle === undefined) return translate(language, 'chart.distribution.title', { name, count });
  const median = printScore(middle.median, language);
  const [only] = marked;
  if (only !== undefined && marked.length === 1)
    return translate(language, 'chart.distribution.title.chosen', {
      name,
      area: only.name,
      score: only.printed,
      median,
    });
  return translate(language, 'chart.distribution.title.middle', {
    name,
    median,
    low: printScore(middle.low, language),
    high: printScore(middle.high, language),
  });
}
