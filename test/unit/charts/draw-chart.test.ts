import { gzipSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { ChartSpecification } from '../../../src/charts/chart-specification.js';
import { lightTheme, steps } from '../../../src/charts/palette.js';
import { chartSize } from '../../../src/charts/picture-size.js';
import { drawPng, drawSvg } from '../../../src/charts/server/draw-chart.js';
import { wrapText } from '../../../src/charts/server/wrap-text.js';
import { everyChart } from './a-chart.js';
import { aTrend } from './a-trend.js';

const kinds = everyChart().map((chart) => [chart.kind, chart] as const);
const worded = kinds.filter(([kind]) => kind !== 'sparkline');

/** Texts of an SVG with the width each is held to. */
function textsOf(svg: string): readonly { text: string; width: number; attributes: string }[] {
  return [...svg.matchAll(/<text ([^>]*textLength="([\d.]+)"[^>]*)>([^<]+)</g)].map(
    ([, attributes = '', width, text = '']) => ({ text, width: Number(width), attributes }),
  );
}

describe('drawSvg', () => {
  it('names and describes the picture, with special characters escaped', () => {
    const svg = drawSvg(aTrend({ title: 'Mine & yours <here>' }));
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title id="title">Mine &amp; yours &lt;here&gt;</title>');
    expect(svg).toContain('<desc id="desc">Internet use in Kenya rose from 16.6');
    expect(svg.endsWith('</svg>')).toBe(true);
  });

  it.each(worded)('keeps the sentences of a %s chart as text, held to their measured width', (_, chart) => {
    const texts = textsOf(drawSvg(chart));
    const written = texts.map(({ text }) => text);
    expect(written).toEqual(expect.arrayContaining([chart.unit, ...chart.notes]));
    expect(written[0]).toBe(chart.title);
    for (const { width } of texts) expect(width).toBeGreaterThan(10);
    for (const { width } of texts) expect(width).toBeLessThanOrEqual(680);
  });

  it.each(worded)('has a view of the %s chart alone, without the words', (_, chart) => {
    const svg = drawSvg(chart);
    const [, top = '', width, height = ''] =
      /<view id="chart" viewBox="0 (\S+) (\S+) (\S+)"\/>/.exec(svg) ?? [];
    expect(Number(width)).toBe(chartSize.width);
    const rows = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]* font-size="(\d+)"/g)];
    const inside = rows.filter(
      ([, bottom, size]) =>
        Number(bottom) > Number(top) && Number(bottom) - Number(size) < Number(top) + Number(height),
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(inside).toEqual([]);
  });

  it.each(kinds)('draws a %s chart light enough for a slow connection', (kind, chart) => {
    expect(gzipSync(drawSvg(chart)).length).toBeLessThan(kind === 'map' ? 95_000 : 35_000);
  });

  it('begins the lines of a right-to-left language at the right', () => {
    const [trend] = everyChart('ar');
    const texts = textsOf(drawSvg(trend as ChartSpecification));
    for (const { text, attributes } of texts)
      expect(attributes).toContain(/[ء-ي]/.test(text) ? 'direction="rtl"' : 'text-anchor="end"');
    expect(texts[0]?.attributes).toContain('x="700"');
  });

  it('draws the chart alone, or for paper, without a view', () => {
    const alone = drawSvg(aTrend(), { words: false });
    expect(textsOf(alone)).toEqual([]);
    expect(alone).toMatch(/width="720" height="320"/);
    for (const svg of [alone, drawSvg(aTrend(), { print: true })]) expect(svg).not.toContain('<view');
  });

  it('fits a picture into the height that is asked for', () => {
    expect(drawSvg(aTrend(), { width: 600, height: 315 })).toMatch(/width="600" height="315"/);
  });

  it.each([
    ['Tuvalu, of which the atlas has no shape', 'TUV', '798'],
    ['Nauru', 'NRU', '520'],
    ['San Marino', 'SMR', '674'],
    ['the Maldives', 'MDV', '462'],
  ])('marks %s, too small to be seen, with a dot in its colour', (_, area, m49) => {
    const map = everyChart().find((chart) => chart.kind === 'map');
    if (map?.kind !== 'map') throw new Error('There is no map');
    const only = { area, m49, name: area, value: 90, printed: '90.0' };
    const fill = steps(lightTheme, map.hue)[4] ?? '';
    const dots = drawSvg({ ...map, areas: [only], bands: map.bands }).match(
      new RegExp(
        `<path [^>]*stroke="${fill}"[^>]*stroke-linecap="round"|<path [^>]*stroke-linecap="round"[^>]*stroke="${fill}"`,
        'gi',
      ),
    );
    expect(dots).toHaveLength(1);
  });

  it('draws an area without any figure', () => {
    expect(drawSvg(aTrend({ segments: [] }))).toContain('</svg>');
  });
});

describe('drawPng', () => {
  it('draws two dots a pixel on an opaque ground, with the series in its hue', async () => {
    const colours = await coloursOf(drawPng(aTrend(), { width: 400, chartHeight: 200 }), 800);
    expect(colours).toContain(lightTheme.hues[1]);
    expect(colours).toContain(lightTheme.ground);
  });

  it.each(['ar', 'zh'])('has the letters of %s: no two of them look alike, as boxes would', (language) => {
    const [trend] = everyChart(language);
    const letters = [...new Set((trend as ChartSpecification).title.replace(/[\d\s%.,،，。]/g, ''))].slice(
      0,
      12,
    );
    const drawn = letters.map((letter) =>
      drawPng(aTrend({ title: letter, notes: [], unit: '' }), { width: 320, chartHeight: 60 }).toString(
        'base64',
      ),
    );
    expect(new Set(drawn).size).toBe(letters.length);
  });
});

/** Colours that occur, as `#rrggbb`. @throws when the width is another, or a dot can be seen through */
async function coloursOf(png: Buffer, width: number): Promise<ReadonlySet<string>> {
  const image = await loadImage(png);
  expect(image.width).toBe(width);
  const context = createCanvas(width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, image.height);
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha] = data.subarray(at, at + 4);
    if (alpha !== 255) throw new Error('It can be seen through');
    colours.add(`#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`);
  }
  return colours;
}

describe('wrapText', () => {
  const context = { measureText: (text: string) => ({ width: text.length }) };

  it('breaks between words and keeps all of them', () => {
    expect(wrapText(context, 'one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('lets a word that is too wide stand alone', () => {
    expect(wrapText(context, 'a verylongword b', 5)).toEqual(['a', 'verylongword', 'b']);
  });

  it('breaks Chinese between words, never before a comma', () => {
    const lines = wrapText(context, '肯尼亚的互联网使用率，达到人口的一半。', 8);
    expect(lines.join('')).toBe('肯尼亚的互联网使用率，达到人口的一半。');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });

  it('gives no line for no words', () => {
    expect(wrapText(context, ' ', 5)).toEqual([]);
  });
});
