import type { ChartSpecification } from '../chart-specification.js';
import type { PictureLayout } from './picture-layout.js';
import { escapeXml } from './svg-words.js';

/** Names the picture for those who cannot see it, lets it scale, shortens its coordinates, and adds the words. */
export function svgDocument(
  drawing: string,
  words: string,
  { kind, title, summary, language }: ChartSpecification,
  layout: PictureLayout,
  isPrint: boolean,
): string {
  const [width, height] = [String(layout.width), String(layout.height)];
  const { top, height: chartHeight } = layout.chart;
  const view =
    isPrint || layout.words === undefined
      ? ''
      : `<view id="chart" viewBox="0 ${String(top)} ${width} ${String(chartHeight)}"/>`;
  const body = drawing
    .slice(drawing.indexOf('>', drawing.indexOf('<svg')) + 1, drawing.lastIndexOf('</svg>'))
    .replace(kind === 'map' ? /(\d+\.\d)\d+/g : /(\d+\.\d\d)\d+/g, '$1')
    .replace(/\n\s*/g, '');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img"` +
    ` aria-labelledby="title desc" xml:lang="${escapeXml(language)}" width="${width}" height="${height}"` +
    ` viewBox="0 0 ${width} ${height}"><title id="title">${escapeXml(title)}</title>` +
    `<desc id="desc">${escapeXml(summary)}</desc>${view}${body}${words}</svg>`
  );
}
