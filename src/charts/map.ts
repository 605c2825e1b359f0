import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { geoEqualEarth, type ProjectionScale } from 'chartjs-chart-geo';
import type { MapSpecification } from './chart-specification.js';
import { drawDots } from './dots.js';
import { drawHatching } from './hatch.js';
import type { MapShape } from './map-shapes.js';
import { steps, type ChartTheme } from './palette.js';
import { stillOptions } from './still-chart.js';

/** Degrees east of the middle of the map: its edges run through the Bering Strait, which parts no country. */
const MIDDLE = 11;
/** Shapes smaller than so many square pixels are drawn as dots. */
const SMALL_AREA = 14;
/** Of their dots, on a map as narrow as a telephone and on others; of the ring around the one that is pointed at; pixels. */
const NARROW_MAP = 500;
const DOT_RADIUS = { narrow: 2.75, wide: 3.5 } as const;
const RING_RADIUS = 8;

/** What a map has of each shape, in their order. */
interface Land {
  readonly backgroundColor: string[];
  /** `undefined`: hatched. */
  readonly fills: (string | undefined)[];
  /** Whether it is one of the countries that the map tells of. */
  readonly listed: readonly boolean[];
}

/**
 * The countries of the world (Equal Earth projection: areas are true) filled by band, hatched where there is no figure;
 * the smallest ones as dots.
 */
export function mapConfiguration(
  specification: MapSpecification,
  theme: ChartTheme,
  shapes: readonly MapShape[],
): ChartConfiguration<'choropleth'> {
  return {
    type: 'choropleth',
    data: {
      labels: shapes.map(({ m49 }) => m49),
      datasets: [
        {
          data: shapes.map(({ feature }) => ({ feature, value: 0 })),
          outline: { type: 'FeatureCollection', features: shapes.map(({ feature }) => feature) },
          ...land(specification, theme, shapes),
          borderColor: theme.neutral,
          borderWidth: 0.5,
          hoverBorderColor: theme.text,
          hoverBorderWidth: 2,
        },
      ],
    },
    options: {
      ...stillOptions(theme, specification.language),
      scales: {
        projection: { axis: 'x', projection: geoEqualEarth().rotate([-MIDDLE, 0]) },
        color: { axis: 'x', display: false, interpolate: () => theme.ground },
      },
    },
    plugins: [hatchesAndDots(theme, shapes)],
  } as unknown as ChartConfiguration<'choropleth'>;
}

/** What a year says of each shape. */
function land(
  { areas, bands, hue }: MapSpecification,
  theme: ChartTheme,
  shapes: readonly MapShape[],
): Land & { readonly hoverBackgroundColor: string[] } {
  const byCode = new Map(areas.map((area) => [area.m49, area]));
  const colours = steps(theme, hue);
  const fills = shapes.map(({ m49 }) => {
    const value = byCode.get(m49 ?? '')?.value;
    return value === undefined ? undefined : colours[bands.findLastIndex(({ from }) => value >= from)];
  });
  const backgroundColor = fills.map((fill) => fill ?? theme.ground);
  return {
    fills,
    backgroundColor,
    hoverBackgroundColor: backgroundColor,
    listed: shapes.map(({ m49 }) => byCode.has(m49 ?? '')),
  };
}

/** A dot of a map: which shape it stands for, and where. */
export interface MapDot {
  readonly at: number;
  readonly place: readonly [x: number, y: number];
}

type LaidOutMap = Pick<Chart<'choropleth'>, 'width' | 'height' | 'scales' | 'data'>;

const measured = new WeakMap<LaidOutMap, { readonly size: string; readonly dots: readonly MapDot[] }>();

/** Countries too small to be seen, in a chart that is laid out; measured once for each size. */
export function mapDots(chart: LaidOutMap, shapes: readonly MapShape[]): readonly MapDot[] {
  const size = `${String(chart.width)} ${String(chart.height)}`;
  const known = measured.get(chart);
  if (known?.size === size) return known.dots;
  const measure = projectionOf(chart.scales).geoPath.context(null);
  const { listed } = chart.data.datasets[0] as unknown as Land;
  const dots = shapes.flatMap(({ feature }, at) =>
    listed[at] === true && measure.area(feature) < SMALL_AREA
      ? [{ at, place: measure.centroid(feature) }]
      : [],
  );
  measured.set(chart, { size, dots });
  return dots;
}

/** Shows another year in a map that is drawn, without laying it out anew. */
export function changeLand(
  chart: Chart,
  specification: MapSpecification,
  theme: ChartTheme,
  shapes: readonly MapShape[],
): void {
  const { fills, backgroundColor } = land(specification, theme, shapes);
  const shown = chart.data.datasets[0] as unknown as Land;
  // In place: the library keeps the arrays that it was given.
  shown.fills.splice(0, fills.length, ...fills);
  shown.backgroundColor.splice(0, fills.length, ...backgroundColor);
  for (const [at, element] of chart.getDatasetMeta(0).data.entries())
    element.options = { ...element.options, backgroundColor: backgroundColor[at] };
}

function projectionOf(scales: object): ProjectionScale {
  return (scales as { readonly projection: ProjectionScale }).projection;
}

function hatchesAndDots(theme: ChartTheme, shapes: readonly MapShape[]): Plugin<'choropleth'> {
  return {
    id: 'hatchesAndDots',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea, scales } = chart;
      const { fills } = chart.data.datasets[0] as unknown as Land;
      const dots = mapDots(chart, shapes);
      const radius = chart.width < NARROW_MAP ? DOT_RADIUS.narrow : DOT_RADIUS.wide;
      const { left, top, right, bottom } = chartArea;
      const box = { left, top, width: right - left, height: bottom - top };
      drawHatching(ctx, 'rising', theme.neutral, box, () => {
        const trace = projectionOf(scales).geoPath.context(ctx);
        for (const [at, { feature }] of shapes.entries()) if (fills[at] === undefined) trace(feature);
      });
      const placesOf = (chosen: readonly MapDot[]) => chosen.map(({ place }) => place);
      drawDots(ctx, placesOf(dots), theme.neutral, radius);
      const colours = new Set(dots.map(({ at }) => fills[at] ?? theme.ground));
      for (const colour of colours) {
        const alike = dots.filter(({ at }) => (fills[at] ?? theme.ground) === colour);
        drawDots(ctx, placesOf(alike), colour, radius - 0.75);
      }
      for (const { index } of chart.getActiveElements()) {
        const dot = dots.find(({ at }) => at === index);
        if (dot === undefined) continue;
        ctx.beginPath();
        ctx.arc(...dot.place, RING_RADIUS, 0, 2 * Math.PI);
        ctx.strokeStyle = theme.text;
        ctx.lineWidth = 2;
        ctx.stroke();
      }
    },
  };
}
