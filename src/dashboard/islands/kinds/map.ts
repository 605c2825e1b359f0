import { Chart, Interaction, type InteractionItem, type InteractionModeFunction } from 'chart.js';
import { ChoroplethController, ColorScale, GeoFeature, ProjectionScale } from 'chartjs-chart-geo';
import { changeLand, mapConfiguration, mapDots } from '../../../charts/map.js';
import type { MapShape } from '../../../charts/map-shapes.js';
import { unpacked, type PackedShapes } from '../../../charts/packed-shapes.js';
import { drawnKind } from './drawn-kind.js';

Chart.register(ChoroplethController, GeoFeature, ProjectionScale, ColorScale);

declare module 'chart.js' {
  interface InteractionModeMap {
    countries: InteractionModeMap['point'];
  }
}

/** How far from a dot it is still meant, pixels. */
const DOT_REACH = 10;

let shapes: readonly MapShape[] = [];

/** A dot near by, else the country below. */
const countries: InteractionModeFunction = (chart, event, options): InteractionItem[] => {
  const { x, y } = event;
  if (x === null || y === null) return [];
  const distance = ([left, top]: readonly [number, number]): number => Math.hypot(left - x, top - y);
  const [nearest] = mapDots(chart as Chart<'choropleth'>, shapes)
    .filter(({ place }) => distance(place) < DOT_REACH)
    .sort((one, other) => distance(one.place) - distance(other.place));
  const index = nearest?.at;
  const element = index === undefined ? undefined : chart.getDatasetMeta(0).data[index];
  if (index !== undefined && element !== undefined) return [{ element, index, datasetIndex: 0 }];
  return Interaction.modes.point(chart, event, options).slice(0, 1);
};
Interaction.modes.countries = countries;

/** Countries by name, as in the table. */
export const kind = drawnKind('map', {
  prepare: async (element) => {
    if (shapes.length > 0) return;
    const answer = await fetch(element.dataset['world'] ?? '');
    shapes = unpacked((await answer.json()) as PackedShapes);
  },
  configure: (chart, theme) => {
    const configuration = mapConfiguration(chart, theme, shapes);
    return { ...configuration, options: { ...configuration.options, interaction: { mode: 'countries' } } };
  },
  change: (drawn, chart, theme) => {
    changeLand(drawn, chart, theme, shapes);
  },
  marks: ({ areas }) => {
    const collator = new Intl.Collator(document.documentElement.lang);
    const places = new Map(shapes.map(({ m49 }, index) => [m49, index]));
    return areas
      .toSorted((one, other) => collator.compare(one.name, other.name))
      .flatMap(({ area, m49, name, printed: figure }) => {
        const index = places.get(m49);
        return index === undefined ? [] : [{ datasetIndex: 0, index, area, name, figure }];
      });
  },
});
