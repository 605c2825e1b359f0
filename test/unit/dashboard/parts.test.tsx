import { renderToString } from 'preact-render-to-string';
import { IndicatorTable } from '../../../src/dashboard/parts/indicator-table.js';
import { LevelLine } from '../../../src/dashboard/parts/level-line.js';
import { NodeWithout } from '../../../src/dashboard/parts/node-facts.js';
import { TrendFigure } from '../../../src/dashboard/parts/trend-figure.js';
import { wordsOf } from '../../../src/dashboard/words.js';
import { aTrend } from '../charts/a-trend.js';
import { aFigure, aNodeLine, anIndicatorLine } from './report-parts.js';

const words = wordsOf('en');

describe('TrendFigure', () => {
  const html = (trend = aTrend()) =>
    renderToString(<TrendFigure trend={trend} area="KEN" node="P&1" words={words} print={words.value} />);

  it('offers the same picture without script and the same numbers as a table', () => {
    expect(html()).toContain('/api/v1/charts/trend.svg?area=KEN&amp;node=P%261&amp;lang=en');
    expect(html()).toMatch(/<th scope="row">2022<\/th><td class="number">40.8<\/td>/);
    expect(html()).toMatch(
      /<th scope="row">2021<\/th><td class="number">28.8<\/td><td>carried forward<\/td>/,
    );
  });

  it('cannot be broken out of by a text in the data', () => {
    const evil = html(aTrend({ title: '</script><script>alert(1)</script>' }));
    expect(evil).not.toContain('<script>alert');
    const data = /<script type="application\/json">(.*?)<\/script>/.exec(evil)?.[1] ?? '';
    expect((JSON.parse(data) as { title: string }).title).toBe('</script><script>alert(1)</script>');
  });

  it('says that there is nothing to draw instead of drawing it', () => {
    const empty = html(aTrend({ segments: [], notes: [] }));
    expect(empty).not.toMatch(/iww-trend|<img|<table/);
  });
});

describe('IndicatorTable', () => {
  it('leads from a value to its figure', () => {
    const lines = [
      anIndicatorLine({ value: 40.75, figure: aFigure({ observation: 'KEN.UI_NETUSE.2022.7.3' }) }),
    ];
    const html = renderToString(<IndicatorTable lines={lines} words={words} caption="" />);
    expect(html).toContain('<a href="/en/observations/KEN.UI_NETUSE.2022.7.3">40.75</a>');
  });

  it('shows a figure that is too old with its reason and without a level', () => {
    const { level: _, status: __, ...old } = anIndicatorLine({ missing: 'STALE' });
    const html = renderToString(<IndicatorTable lines={[old]} words={words} caption="" />);
    expect(html).toContain('too old to count');
    expect(html).toContain('>–</abbr>');
  });

  it('counts indicators without a figure and lists them', () => {
    const { figure: _, value: __, year: ___, ...unknown } = anIndicatorLine({ name: 'Nobody knows' });
    const html = renderToString(<IndicatorTable lines={[unknown]} words={words} caption="" />);
    expect(html).not.toContain('<table');
    expect(html).toContain('One indicator has no figure for this country yet');
    expect(html).toContain('Nobody knows');
  });

  it('tells a status by a word and a shape', () => {
    const html = renderToString(
      <IndicatorTable lines={[anIndicatorLine({ status: 'needs_acceleration' })]} words={words} caption="" />,
    );
    expect(html).toMatch(/<use href="#s-needs_acceleration"><\/use><\/svg> needs acceleration/);
  });
});

describe('NodeWithout', () => {
  it('says why there is no score, what is missing, and how to send it', () => {
    const node = aNodeLine({
      missing: 'COVERAGE',
      unavailable: [{ code: 'X', name: 'Shutdowns' }],
      coverage: 0.5,
    });
    const html = renderToString(<NodeWithout node={node} words={words} />);
    expect(html).toContain('Too little of its weight has current figures.');
    expect(html).toContain('Missing: Shutdowns.');
    expect(html).toContain('50% of its weight');
    expect(html).toContain('href="/en/method#send"');
  });
});

describe('LevelLine', () => {
  it('draws without a single style attribute, which the content security policy forbids', () => {
    const html = renderToString(
      <LevelLine level={33.3333} band={{ low: 10, middle: 20, high: 30 }} label="x" />,
    );
    expect(html).not.toContain('style=');
    expect(html).toContain('cx="33.33%"');
  });
});
