import { gzipSync } from 'node:zlib';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import { lightTheme } from '../../../src/charts/palette.js';
import { chartSize } from '../../../src/charts/picture-size.js';
import { drawTrendPng, drawTrendSvg } from '../../../src/charts/server/draw-chart.js';
import { wrapText } from '../../../src/charts/server/wrap-text.js';
import { aTrend } from './a-trend.js';

describe('drawTrendSvg', () => {
  it('names and describes the picture, with special characters escaped', () => {
    const svg = drawTrendSvg(aTrend({ title: 'Mine & yours <here>' }));
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title id="title">Mine &amp; yours &lt;here&gt;</title>');
    expect(svg).toContain('<desc id="desc">Internet use in Kenya rose from 16.6');
    expect(svg.endsWith('</svg>\n') || svg.endsWith('</svg>')).toBe(true);
  });

  it('keeps sentences as text, held to their measured width, and axis numbers as outlines', () => {
    const texts = [...drawTrendSvg(aTrend()).matchAll(/<text [^>]*textLength="([\d.]+)"[^>]*>([^<]+)</g)];
    expect(texts.map(([, , text]) => text)).toEqual([
      'Internet use in Kenya reached 40.8 % of people in 2022',
      '% of population',
      'Target 2030: 100',
      'Required path',
      ...aTrend().notes,
    ]);
    for (const [, length] of texts) expect(Number(length)).toBeGreaterThan(20);
    for (const [, length] of texts) expect(Number(length)).toBeLessThanOrEqual(680);
  });

  it('has a view of the chart alone, of the size that pages give it, without the words', () => {
    const svg = drawTrendSvg(aTrend());
    const [, top = '', width, height = ''] =
      /<view id="chart" viewBox="0 (\S+) (\S+) (\S+)"\/>/.exec(svg) ?? [];
    expect([Number(width), Number(height)]).toEqual([chartSize.width, chartSize.height]);
    const rows = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]* font-size="(\d+)"/g)];
    const inside = rows.filter(
      ([, bottom, size]) =>
        Number(bottom) > Number(top) && Number(bottom) - Number(size) < Number(top) + Number(height),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(inside).toEqual([]);
  });

  it('is light enough for a slow connection', () => {
    expect(gzipSync(drawTrendSvg(aTrend())).length).toBeLessThan(30_000);
  });

  it('draws an area without any figure', () => {
    expect(drawTrendSvg(aTrend({ segments: [] }))).toContain('</svg>');
  });
});

describe('drawTrendPng', () => {
  it('draws two dots a pixel on an opaque ground, with the series in its hue', async () => {
    const image = await loadImage(drawTrendPng(aTrend(), { width: 400, chartHeight: 200 }));
    expect(image.width).toBe(800);
    const context = createCanvas(800, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, 800, image.height);
    const pixels = Array.from({ length: 800 * image.height }, (_, at) => [
      ...data.subarray(at * 4, at * 4 + 4),
    ]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const colours = new Set(
      pixels.map(
        ([...pixel]) =>
          `#${pixel
            .slice(0, 3)
            .map((part) => part.toString(16).padStart(2, '0'))
            .join('')}`,
      ),
    );
    expect(colours).toContain(lightTheme.hues[1]);
    expect(colours).toContain(lightTheme.ground);
  });
});

describe('wrapText', () => {
  const context = { measureText: (text: string) => ({ width: text.length }) };

  it('breaks between words and keeps all of them', () => {
    expect(wrapText(context, 'one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('lets a word that is too wide stand alone', () => {
    expect(wrapText(context, 'a verylongword b', 5)).toEqual(['a', 'verylongword', 'b']);
  });

  it('gives no line for no words', () => {
    expect(wrapText(context, ' ', 5)).toEqual([]);
  });
});
