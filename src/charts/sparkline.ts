import type { ChartConfiguration } from 'chart.js';
import type { SparklineSpecification } from './chart-specification.js';
import { YEARS_RUN } from './chart-words.js';
import type { ChartTheme } from './palette.js';
import { stillOptions } from './still-chart.js';

/** A line without axes; a missing year is a gap, the last figure a dot. */
export function sparklineConfiguration(
  { points, range, language, direction, hue }: SparklineSpecification,
  theme: ChartTheme,
): ChartConfiguration<'line'> {
  const colour = theme.hues[hue ?? -1] ?? theme.neutral;
  const years = points.map(({ year }) => year);
  const first = Math.min(...years);
  const data = Array.from({ length: Math.max(0, Math.max(...years) - first + 1) }, (_, at) => ({
    x: first + at,
    y: points.find(({ year }) => year === first + at)?.value ?? Number.NaN,
  }));
  const alone = data.map(
    ({ y }, at) =>
      !Number.isNaN(y) && Number.isNaN(data[at - 1]?.y ?? NaN) && Number.isNaN(data[at + 1]?.y ?? NaN),
  );
  return {
    type: 'line',
    data: {
      datasets: [
        {
          data,
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 1.75,
          pointRadius: data.map((_, at) => (at === data.length - 1 ? 3 : alone[at] === true ? 1.5 : 0)),
          pointBackgroundColor: colour,
          spanGaps: false,
          clip: false,
        },
      ],
    },
    options: {
      ...stillOptions(theme, language),
      layout: { padding: 4 },
      scales: {
        x: {
          type: 'linear',
          display: false,
          reverse: YEARS_RUN === 'with_the_writing' && direction === 'rtl',
        },
        y: { type: 'linear', display: false, min: range.low, max: range.high },
      },
    },
  };
}
