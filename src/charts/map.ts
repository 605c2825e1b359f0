import type { ChartConfiguration, Plugin } from 'chart.js';
import type { ProjectionScale } from 'chartjs-chart-geo';
import type { MapArea, MapSpecification } from './chart-specification.js';
import { drawDots } from './dots.js';
import { drawHatching } from './hatch.js';
import { WITHOUT_SHAPE, type MapShape } from './map-shapes.js';
import { steps, type ChartTheme } from './palette.js';
import { stillOptions } from './still-chart.js';

/** Shapes smaller than so many square pixels are drawn as dots. */
const SMALL_AREA = 14;
const DOT_RADIUS = 3;

/**
 * The countries of the world (Equal Earth projection: areas are true) filled by band, hatched where there is no figure;
 * the smallest ones as dots.
 */
export function mapConfiguration(
  specification: MapSpecification,
  theme: ChartTheme,
  shapes: readonly MapShape[],
): ChartConfiguration<'choropleth'> {
  const fills = shapes.map(({ m49 }) => fillOf(byCode(specification).get(m49 ?? ''), specification, theme));
  return {
    type: 'choropleth',
    data: {
      labels: shapes.map(({ m49 }) => byCode(specification).get(m49 ?? '')?.name ?? ''),
      datasets: [
        {
          data: shapes.map(({ m49, feature }) => ({
            feature,
            value: byCode(specification).get(m49 ?? '')?.value ?? Number.NaN,
          })),
          outline: { type: 'FeatureCollection', features: shapes.map(({ feature }) => feature) },
          backgroundColor: fills.map((fill) => fill ?? theme.ground),
          borderColor: theme.neutral,
          borderWidth: 0.5,
        },
      ],
    },
    options: {
      ...stillOptions(theme, specification.language),
      scales: {
        projection: { axis: 'x', projection: 'equalEarth' },
        color: { axis: 'x', display: false, interpolate: () => theme.ground },
      },
    },
    plugins: [hatchesAndDots(specification, theme, shapes, fills)],
  } as unknown as ChartConfiguration<'choropleth'>;
}

const codes = new WeakMap<MapSpecification, ReadonlyMap<string, MapArea>>();

function byCode(specification: MapSpecification): ReadonlyMap<string, MapArea> {
  let known = codes.get(specification);
  if (known === undefined) {
    known = new Map(specification.areas.map((area) => [area.m49, area]));
    codes.set(specification, known);
  }
  return known;
}

/** `undefined`: hatched. */
function fillOf(
  area: MapArea | undefined,
  { bands, hue }: MapSpecification,
  theme: ChartTheme,
): string | undefined {
  const value = area?.value;
  if (value === undefined) return undefined;
  return steps(theme, hue)[bands.findLastIndex(({ from }) => value >= from)];
}

function hatchesAndDots(
  specification: MapSpecification,
  theme: ChartTheme,
  shapes: readonly MapShape[],
  fills: readonly (string | undefined)[],
): Plugin<'choropleth'> {
  return {
    id: 'hatchesAndDots',
    afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const { geoPath, projection } = scales['projection'] as unknown as ProjectionScale;
      const measure = geoPath.context(null);
      const small = shapes.map(({ feature }) => measure.area(feature) < SMALL_AREA);
      const dots = shapes.flatMap(({ m49, feature }, at) => {
        const listed = byCode(specification).has(m49 ?? '');
        return small[at] === true && listed ? [{ place: measure.centroid(feature), fill: fills[at] }] : [];
      });
      for (const [m49, degrees] of Object.entries(WITHOUT_SHAPE)) {
        const [area, place] = [byCode(specification).get(m49), projection([...degrees])];
        if (area !== undefined && place !== null)
          dots.push({ place, fill: fillOf(area, specification, theme) });
      }
      const { left, top, right, bottom } = chartArea;
      const box = { left, top, width: right - left, height: bottom - top };
      drawHatching(ctx, 'rising', theme.neutral, box, () => {
        const trace = geoPath.context(ctx);
        for (const [at, { feature }] of shapes.entries()) if (fills[at] === undefined) trace(feature);
      });
      drawDots(
        ctx,
        dots.map(({ place }) => place),
        theme.neutral,
        DOT_RADIUS,
      );
      for (const colour of new Set(dots.map(({ fill }) => fill ?? theme.ground))) {
        const places = dots.filter(({ fill = theme.ground }) => fill === colour).map(({ place }) => place);
        drawDots(ctx, places, colour, DOT_RADIUS - 0.75);
      }
    },
  };
}
