import type { MapSpecification, MapYear } from '../../charts/chart-specification.js';
import type { Language } from '../../language/language.js';
import type { FoundNode } from '../find-node.js';
import type { ReportSources } from '../report-sources.js';
import { bandPosition, mapChart } from './map-chart.js';

/**
 * What the map of a node or indicator shows in each year in which a country has a level, oldest first. Others are served
 * between two years, as a state that was not asked for yet is worked out on the way.
 */
export async function mapYears(
  sources: ReportSources,
  node: FoundNode,
  language: Language,
): Promise<readonly MapYear[]> {
  const { firstYear, asOfYear } = sources.board;
  const years: MapYear[] = [];
  for (let year = firstYear; year <= asOfYear; year += 1) {
    const map = mapChart(sources, node, year, language);
    if (map.areas.some(({ value }) => value !== undefined)) years.push(yearOf(map));
    await new Promise(setImmediate);
  }
  return years;
}

function yearOf({ year, title, summary, areas, bands }: MapSpecification): MapYear {
  return {
    year,
    title,
    summary,
    bands: areas.map(({ value }) => (value === undefined ? undefined : bandPosition(value, bands))),
    printed: areas.map(({ printed }) => printed),
  };
}
