import { createCanvas, SvgExportFlag, type SKRSContext2D } from '@napi-rs/canvas';
import {
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  type ChartItem,
  type Plugin,
} from 'chart.js';
import { darkTheme, lightTheme, type ChartTheme } from '../palette.js';
import { chartSize } from '../picture-size.js';
import { trendChart } from '../trend.js';
import type { TrendSpecification } from '../trend-specification.js';
import { pictureFont, registerFonts } from './fonts.js';
import { layOut, writeWords, type PictureLayout } from './picture-words.js';
import { escapeXml, SvgWords } from './svg-words.js';

Chart.register(LineController, LineElement, PointElement, LinearScale);

export interface Picture {
  /** Width of the picture in CSS pixels. */
  readonly width?: number;
  /** Height of the chart with its axes; the words above and below come on top. */
  readonly chartHeight?: number;
  readonly mode?: 'light' | 'dark';
}

/**
 * A trend as an SVG document of its own: title, unit, key, chart, notes; `<title>` and `<desc>`. The numbers of the axes
 * are outlines, all other words are text. The view `#chart` shows the chart without the words, for pages that have them.
 */
export function drawTrendSvg(specification: TrendSpecification, picture: Picture = {}): string {
  const theme = themeOf(picture);
  const layout = layOutPicture(specification, picture, theme);
  const canvas = createCanvas(layout.width, layout.height, SvgExportFlag.ConvertTextToPaths);
  const chart = draw(canvas, specification, layout, theme);
  const drawing = canvas.getContent().toString('utf8');
  chart.destroy();
  const words = new SvgWords(ruler());
  writeWords(words, specification, layout, theme);
  return svgDocument(drawing, words.content(), specification, layout);
}

/** The same picture as PNG, two dots a pixel. */
export function drawTrendPng(specification: TrendSpecification, picture: Picture = {}): Buffer {
  const theme = themeOf(picture);
  const layout = layOutPicture(specification, picture, theme);
  const canvas = createCanvas(layout.width, layout.height);
  const words: Plugin<'line'> = {
    id: 'words',
    afterDraw: ({ ctx }) => {
      writeWords(ctx, specification, layout, theme);
    },
  };
  const chart = draw(canvas, specification, layout, theme, { dotsPerPixel: 2, plugins: [words] });
  const png = canvas.toBuffer('image/png');
  chart.destroy();
  return png;
}

function themeOf({ mode = 'light' }: Picture): ChartTheme {
  return { ...(mode === 'light' ? lightTheme : darkTheme), fontFamily: `"${pictureFont}"` };
}

function layOutPicture(
  specification: TrendSpecification,
  { width = chartSize.width, chartHeight = chartSize.height }: Picture,
  theme: ChartTheme,
): PictureLayout {
  registerFonts();
  return layOut(ruler(), specification, { width, chartHeight }, theme);
}

/** Something to measure words with. */
function ruler(): SKRSContext2D {
  return createCanvas(1, 1).getContext('2d');
}

/** Draws at once; the picture lasts until the chart is destroyed, which wipes the canvas. */
function draw(
  canvas: unknown,
  specification: TrendSpecification,
  layout: PictureLayout,
  theme: ChartTheme,
  { dotsPerPixel = 1, plugins = [] }: { dotsPerPixel?: number; plugins?: readonly Plugin<'line'>[] } = {},
): Chart<'line'> {
  const configuration = trendChart(specification, theme);
  return new Chart(canvas as ChartItem, {
    ...configuration,
    options: {
      ...configuration.options,
      devicePixelRatio: dotsPerPixel,
      layout: { padding: layout.padding },
    },
    plugins: [
      {
        id: 'ground',
        beforeDraw: ({ ctx }) => {
          ctx.fillStyle = theme.ground;
          ctx.fillRect(0, 0, layout.width, layout.height);
        },
      },
      ...plugins,
    ],
  });
}

/** Names the picture for those who cannot see it, lets it scale, shortens its coordinates, and adds the words. */
function svgDocument(
  drawing: string,
  words: string,
  { title, summary }: TrendSpecification,
  layout: PictureLayout,
): string {
  const [width, height] = [String(layout.width), String(layout.height)];
  const { top, height: chartHeight } = layout.chart;
  const view = `<view id="chart" viewBox="0 ${String(top)} ${width} ${String(chartHeight)}"/>`;
  const body = drawing
    .slice(drawing.indexOf('>', drawing.indexOf('<svg')) + 1, drawing.lastIndexOf('</svg>'))
    .replace(/(\d+\.\d\d)\d+/g, '$1');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img"` +
    ` aria-labelledby="title desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(summary)}</desc>${view}${body}${words}</svg>`
  );
}
