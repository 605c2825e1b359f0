import { createCanvas, SvgExportFlag, type SKRSContext2D } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  type ChartConfiguration,
  type ChartItem,
  type Plugin,
} from 'chart.js';
import { ChoroplethController, ColorScale, GeoFeature, ProjectionScale } from 'chartjs-chart-geo';
import type { ChartSpecification } from '../chart-specification.js';
import { distributionConfiguration } from '../distribution.js';
import { mapConfiguration } from '../map.js';
import { darkTheme, lightTheme, printTheme, type ChartTheme } from '../palette.js';
import { profileConfiguration } from '../profile.js';
import { sparklineConfiguration } from '../sparkline.js';
import { statusConfiguration } from '../status-bars.js';
import { trendConfiguration } from '../trend.js';
import { pictureFonts, registerFonts } from './fonts.js';
import { layOut, type PictureLayout } from './picture-layout.js';
import type { PictureOptions } from './picture-options.js';
import { drawSamples, writeWords } from './picture-words.js';
import { svgDocument } from './svg-document.js';
import { SvgWords } from './svg-words.js';
import { worldShapes } from './world.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);
Chart.register(BarController, BarElement, CategoryScale);
Chart.register(ChoroplethController, GeoFeature, ProjectionScale, ColorScale);

/**
 * A chart as an SVG document of its own: title, unit, key, chart, notes; `<title>` and `<desc>`. The words in the chart
 * are outlines, all others are text. The view `#chart` shows the chart without the words, for pages that have them.
 *
 * What is drawn natively is let go of only between two turns of the event loop: whoever draws many pictures in a row
 * must let it turn.
 */
export function drawSvg(specification: ChartSpecification, options: PictureOptions = {}): string {
  const theme = themeOf(options);
  const layout = layOutPicture(specification, options, theme);
  const canvas = createCanvas(layout.width, layout.height, SvgExportFlag.ConvertTextToPaths);
  const chart = draw(canvas, specification, layout, theme);
  const drawing = canvas.getContent().toString('utf8');
  chart.destroy();
  const words = new SvgWords(ruler());
  writeWords(words, specification, layout, theme);
  return svgDocument(drawing, words.content(), specification, layout, options.print === true);
}

/** The same picture as PNG. */
export function drawPng(specification: ChartSpecification, options: PictureOptions = {}): Buffer {
  const theme = themeOf(options);
  const layout = layOutPicture(specification, options, theme);
  const canvas = createCanvas(layout.width, layout.height);
  const words: Plugin = {
    id: 'words',
    afterDraw: ({ ctx }) => {
      writeWords(ctx, specification, layout, theme);
    },
  };
  const chart = draw(canvas, specification, layout, theme, {
    dotsPerPixel: options.dotsPerPixel ?? 2,
    plugins: [words],
  });
  const png = canvas.toBuffer('image/png');
  chart.destroy();
  return png;
}

/** What Chart.js draws for a specification. */
function configurationOf(specification: ChartSpecification, theme: ChartTheme): ChartConfiguration {
  switch (specification.kind) {
    case 'trend':
      return trendConfiguration(specification, theme);
    case 'profile':
      return profileConfiguration(specification, theme);
    case 'distribution':
      return distributionConfiguration(specification, theme);
    case 'status':
      return statusConfiguration(specification, theme);
    case 'map':
      return mapConfiguration(specification, theme, worldShapes());
    case 'sparkline':
      return sparklineConfiguration(specification, theme);
  }
}

function themeOf({ theme = 'light', print = false }: PictureOptions): ChartTheme {
  const colours = theme === 'light' ? lightTheme : darkTheme;
  return { ...(print ? printTheme : colours), fontFamily: pictureFonts };
}

function layOutPicture(
  specification: ChartSpecification,
  options: PictureOptions,
  theme: ChartTheme,
): PictureLayout {
  registerFonts();
  return layOut(ruler(), specification, options, theme);
}

/** Something to measure words with. */
function ruler(): SKRSContext2D {
  return createCanvas(1, 1).getContext('2d');
}

/** Draws at once; the picture lasts until the chart is destroyed, which wipes the canvas. */
function draw(
  canvas: unknown,
  specification: ChartSpecification,
  layout: PictureLayout,
  theme: ChartTheme,
  { dotsPerPixel = 1, plugins = [] }: { dotsPerPixel?: number; plugins?: readonly Plugin[] } = {},
): Chart {
  const configuration = configurationOf(specification, theme);
  const ground: Plugin = {
    id: 'ground',
    beforeDraw: ({ ctx }) => {
      ctx.fillStyle = theme.ground;
      ctx.fillRect(0, 0, layout.width, layout.height);
      drawSamples(ctx, specification.direction, layout, theme);
    },
  };
  return new Chart(canvas as ChartItem, {
    ...configuration,
    options: {
      ...configuration.options,
      devicePixelRatio: dotsPerPixel,
      layout: { padding: layout.padding },
    },
    plugins: [ground, ...(configuration.plugins ?? []), ...plugins],
  });
}
