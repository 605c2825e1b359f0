import { renderToString } from 'preact-render-to-string';
import { IndicatorTable } from '../../../src/dashboard/parts/indicator-table.js';
import { LevelLine } from '../../../src/dashboard/parts/level-line.js';
import { NodeWithout } from '../../../src/dashboard/parts/node-facts.js';
import { TrendFigure } from '../../../src/dashboard/parts/trend-figure.js';
import { wordsOf } from '../../../src/dashboard/words.js';
import type { Status } from '../../../src/scoring/score.js';
import { aTrend } from '../charts/a-trend.js';
import { aFrame } from './a-frame.js';
import { aFigure, aNodeLine, anIndicatorLine } from './report-parts.js';

const words = wordsOf('en');
const kenya = { code: 'KEN', name: 'Kenya' };

describe('TrendFigure', () => {
  const html = (trend = aTrend()) =>
    renderToString(
      <TrendFigure trend={trend} area="KEN" node="P&1" frame={aFrame({ words })} print={words.value} />,
    );

  it('offers the same picture without script and the same numbers as a table', () => {
    expect(html()).toContain('/api/v1/charts/trend.svg?area=KEN&amp;node=P%261&amp;lang=en');
    expect(html()).toMatch(/<th scope="row">2022<\/th><td class="number"><a [^>]*>40.8<\/a><\/td>/);
    expect(html()).toMatch(
      /<th scope="row">2021<\/th><td class="number"><a [^>]*>28.8<\/a><\/td><td>carried forward<\/td>/,
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
    expect(empty).not.toMatch(/iww-chart|<img|<table/);
  });

  it('tells a single year in a sentence instead of drawing one dot', () => {
    const { target: _, requiredPath: __, ...plain } = aTrend();
    const points = [{ year: 2026, value: 85.6, kind: 'observed' as const }];
    const single = html({ ...plain, summary: 'A score for one year.', segments: [{ label: '', points }] });
    expect(single).toContain('>A score for one year.</a>');
    expect(single).not.toMatch(/iww-chart|<img|<table|trend\.svg/);
  });

  it('shows the picture without script as the chart alone, since its words stand around it', () => {
    expect(html()).toMatch(
      /<noscript><picture>.*<img src="[^"]+#chart" alt="[^"]+" width="720" height="320"/,
    );
  });

  it('folds what is more than two remarks, but not where the figures come from', () => {
    const notes = ['Source: A.', 'One.', 'Two.', 'Three.'];
    const opened = (some: readonly string[]) => html(aTrend({ notes: some, sources: 1 }));
    expect(opened(notes)).toMatch(/<li>Source: A.<\/li><li><details><summary>3 notes on this chart</);
    expect(opened(notes.slice(0, 3))).toContain('<li>Source: A.</li><li>One.</li><li>Two.</li>');
  });

  it('has a column for remarks only where there are any', () => {
    const points = [2020, 2021].map((year) => ({ year, value: 1, kind: 'observed' as const }));
    expect(html(aTrend({ segments: [{ label: '', points }] }))).not.toContain('Remark');
    expect(html()).toContain('Remark');
  });
});

describe('IndicatorTable', () => {
  it('leads from a value to its figure', () => {
    const lines = [
      anIndicatorLine({ value: 40.75, figure: aFigure({ observation: 'KEN.UI_NETUSE.2022.7.3' }) }),
    ];
    const html = renderToString(<IndicatorTable area={kenya} lines={lines} frame={aFrame()} caption="" />);
    expect(html).toContain('<a href="/en/observations/KEN.UI_NETUSE.2022.7.3">40.75</a>');
    expect(html).toMatch(/<a href="\/en\/countries\/KEN\/explain\/[A-Z_0-9]+">[\d.]+<\/a>/);
  });

  it('says how likely an open target is, and nothing of one that is met', () => {
    const shown = { points: 50, value: 50 };
    const outlook = { projected: 50, projectedLow: 40, projectedHigh: 60, probability: 0.2, n: 6 };
    const forecast = { ...outlook, targetYear: 2030, shown, likelihood: 'unlikely' } as const;
    const html = (status: Status): string => {
      const line = anIndicatorLine({ status, forecast });
      return renderToString(
        <IndicatorTable area={kenya} lines={[line]} frame={aFrame()} caption="Figures" />,
      );
    };
    expect(html('needs_acceleration')).toContain('unlikely to reach the target by 2030');
    expect(html('target_met')).not.toContain('unlikely');
  });

  it('shows a figure that is too old with its reason and without a level', () => {
    const { level: _, status: __, ...old } = anIndicatorLine({ missing: 'STALE' });
    const html = renderToString(<IndicatorTable area={kenya} lines={[old]} frame={aFrame()} caption="" />);
    expect(html).toContain('too old to count');
    expect(html).toContain('>–</td>');
  });

  it('counts indicators without a figure and lists them', () => {
    const {
      figure: _,
      value: __,
      year: ___,
      ...unknown
    } = anIndicatorLine({
      name: 'Nobody knows',
      missing: 'NO_DATA',
    });
    const html = renderToString(
      <IndicatorTable area={kenya} lines={[unknown]} frame={aFrame()} caption="" />,
    );
    expect(html).not.toContain('<table');
    expect(html).toContain('One indicator has no figure for this country yet');
    expect(html).toContain('Nobody knows');
    expect(html).toContain('no figures');
    expect(html).toContain(`/en/contribute?country=KEN&amp;indicator=${unknown.indicator}#held`);
  });

  it.each([
    [['CARRIED_FORWARD', 'COMPARABILITY_BREAK'], 'no comparable earlier figure'],
    [['TOO_SHORT'], 'figures too few years apart'],
    [['TOO_SHORT', 'COMPARABILITY_BREAK'], 'no comparable earlier figure'],
    [['ABOVE_BEST'], 'no earlier figure to compare'],
  ])('says why there is no pace (%j): %s', (flags, words_) => {
    const { status: _, ...line } = anIndicatorLine({ flags });
    const html = renderToString(<IndicatorTable area={kenya} lines={[line]} frame={aFrame()} caption="" />);
    expect(html).toContain(`<span class="quiet">${words_}</span>`);
  });

  it('tells a status by a word and a shape', () => {
    const html = renderToString(
      <IndicatorTable
        area={kenya}
        lines={[anIndicatorLine({ status: 'needs_acceleration' })]}
        frame={aFrame()}
        caption=""
      />,
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
    const html = renderToString(<NodeWithout node={node} area={kenya} frame={aFrame()} />);
    expect(html).toContain(
      'No score yet. Too little of what it measures has current figures. Data coverage: 50%.',
    );
    expect(html).toContain('Without a score so far: “Shutdowns”.');
    expect(html).toContain('href="/en/contribute?country=KEN#held"');
  });
});

describe('LevelLine', () => {
  it('is left out for those who cannot see it where the words stand beside it', () => {
    expect(renderToString(<LevelLine level={1} />)).toMatch(/^<svg[^>]* aria-hidden="true"/);
    expect(renderToString(<LevelLine level={1} label="Level 1" />)).toMatch(
      /^<svg[^>]* role="img" aria-label="Level 1"/,
    );
  });

  it('draws the range around the level and a faint tick for each other level', () => {
    const html = renderToString(<LevelLine level={50} range={{ low: 40, high: 70 }} ticks={[20, 80]} />);
    expect(html).toMatch(/class="spread" x="40%" width="30%"/);
    expect(html.match(/class="faint"/g)).toHaveLength(2);
  });

  it('draws without a single style attribute, which the content security policy forbids', () => {
    const html = renderToString(
      <LevelLine level={33.3333} band={{ low: 10, middle: 20, high: 30 }} label="x" />,
    );
    expect(html).not.toContain('style=');
    expect(html).toContain('cx="33.33%"');
  });
});
