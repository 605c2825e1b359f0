import { lightTheme } from '../../../src/charts/palette.js';
import { trendKey } from '../../../src/charts/trend-key.js';
import { trendConfiguration } from '../../../src/charts/trend.js';
import { aTrend } from './a-trend.js';

function lines(specification = aTrend()) {
  return trendConfiguration(specification, lightTheme).data.datasets.map((dataset) => ({
    ...dataset,
    years: (dataset.data as unknown as { x: number }[]).map(({ x }) => x),
  }));
}

const at = (x: number, y: number) => ({ x, y });

describe('trendConfiguration', () => {
  it('breaks the line where years are missing and between segments', () => {
    const drawn = lines().filter(({ pointStyle }) => pointStyle === 'circle');
    expect(drawn.map(({ years }) => years)).toEqual([
      [2010, 2011],
      [2014, 2015],
      [2019, 2020, 2021, 2022],
    ]);
  });

  it('draws carried-forward values hollow and the way to them dashed', () => {
    const run = lines().find(({ years }) => years.includes(2021));
    expect(run?.pointBackgroundColor).toEqual(['#008a66', '#008a66', lightTheme.ground, '#008a66']);
    const dash = (run?.segment as { borderDash: unknown }).borderDash as (context: {
      p1DataIndex: number;
    }) => number[] | undefined;
    expect(dash({ p1DataIndex: 2 })).toEqual([2, 4]);
    expect(dash({ p1DataIndex: 3 })).toBeUndefined();
  });

  it('draws doubtful values as crosses that no line joins', () => {
    const doubtful = lines().find(({ years }) => years.includes(2017));
    expect(doubtful).toMatchObject({ years: [2017], showLine: false, pointStyle: 'crossRot' });
  });

  it('draws the required path dashed from base to target and the target across', () => {
    const { forecast: _, ...without } = aTrend();
    const dashed = lines(without).filter(({ borderDash }) => Array.isArray(borderDash));
    expect(dashed.map(({ years, borderDash }) => [years, borderDash])).toEqual([
      [
        [2010, 2030],
        [2, 3],
      ],
      [
        [2020, 2030],
        [7, 5],
      ],
    ]);
  });

  it('draws the forecast dotted from the last figure, with a band that opens to the ends of its interval', () => {
    const forecast = lines().filter(({ label }) => label === 'If it goes on');
    expect(forecast.map(({ data, fill, borderWidth }) => [data, fill, borderWidth])).toEqual([
      [[at(2022, 40.8), at(2030, 66)], undefined, 2],
      [[at(2022, 40.8), at(2030, 52)], false, 0],
      [[at(2022, 40.8), at(2030, 80)], '-1', 0],
    ]);
  });

  it('starts the axis of values at zero', () => {
    const { options } = trendConfiguration(aTrend(), lightTheme);
    expect(options?.scales?.['y']).toMatchObject({ min: 0, max: 100 });
  });

  it('keeps score charts on their fixed range', () => {
    const { options } = trendConfiguration(aTrend({ yRange: { low: 0, high: 200 } }), lightTheme);
    expect(options?.scales?.['y']).toMatchObject({ min: 0, max: 200 });
  });

  it('names target and required path in the key, with the dashes they are drawn with', () => {
    expect(trendKey(aTrend())).toEqual([
      { label: 'Target 2030: 100', dash: [2, 3] },
      { label: 'Required path', dash: [7, 5] },
      { label: 'If it goes on', dash: [1, 4], isBand: true },
    ]);
    const { requiredPath: _, target: __, forecast: ___, ...plain } = aTrend();
    expect(trendKey(plain)).toEqual([]);
  });
});
