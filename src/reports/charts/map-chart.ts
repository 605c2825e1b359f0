import type { MapArea, MapSpecification } from '../../charts/chart-specification.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { printScore } from '../../language/print-score.js';
import { printValue } from '../../language/print-value.js';
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

type Band = MapSpecification['bands'][number];

/** Lower ends of the bands; the last one ends at 100, which belongs to it. */
const BAND_STARTS = [0, 20, 40, 60, 80];
const BAND_WIDTH = 20;

/** The countries of the world by their level on a node or indicator as of a year. */
export function mapChart(
  sources: ReportSources,
  node: FoundNode,
  year: number,
  language: Language,
): MapSpecification {
  const { board, lookUp } = sources;
  const areas = lookUp.scoredAreas.map((area): MapArea => {
    const value = levelOf(board, area.code, node, year);
    return withoutUndefined({
      area: area.code,
      m49: area.m49,
      name: areaName(language, area),
      value,
      printed: value === undefined ? translate(language, 'chart.noFigure') : printScore(value, language),
    });
  });
  const bands = BAND_STARTS.map((from) => band(from, language));
  return withoutUndefined({
    kind: 'map' as const,
    ...spokenIn(language),
    title: titleOf(nodeNameIn(lookUp, language, node), year, areas, language),
    summary: summaryOf(areas, bands, language),
    unit: unitOf(node, language),
    notes: [
      editionNote(reportHead(sources), language),
      translate(language, 'chart.map.note.shapes'),
      translate(language, 'chart.map.note.boundaries'),
    ],
    year,
    areas,
    bands,
    noDataLabel: translate(language, 'chart.noFigure'),
    hue: hueOf(node.kind, node.code, lookUp),
    span: { first: board.firstYear, last: board.asOfYear },
  });
}

function band(from: number, language: Language): Band {
  const to = from + BAND_WIDTH;
  const [low, high] = [printValue(from, language), printValue(to, language)];
  const isLast = from === BAND_STARTS.at(-1);
  return {
    from,
    to,
    label: translate(language, isLast ? 'chart.map.lastBand' : 'chart.map.band', { low, high }),
  };
}

function titleOf(name: string, year: number, areas: readonly MapArea[], language: Language): string {
  const values = areas.flatMap(({ value }) => value ?? []);
  const counts = { name, year, count: values.length, members: areas.length };
  const median = quantile(values, 0.5);
  if (median === undefined || values.length < LEAST_SCORES)
    return translate(language, 'chart.map.title', counts);
  return translate(language, 'chart.map.title.middle', { ...counts, median: printScore(median, language) });
}

function summaryOf(areas: readonly MapArea[], bands: readonly Band[], language: Language): string {
  const counts = bands.map(({ label }, position) => ({
    label,
    count: areas.filter(({ value }) => value !== undefined && bandPosition(value, bands) === position).length,
  }));
  const phrases = counts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => translate(language, 'chart.map.bandCount', { band: label, count }));
  return translate(language, 'chart.map.summary', {
    bands: inARow(phrases, language),
    none: areas.filter(({ value }) => value === undefined).length,
  });
}

/** Which band a level lies in, by its position. */
export function bandPosition(value: number, bands: readonly Band[]): number {
  return bands.findLastIndex(({ from }) => value >= from);
}
