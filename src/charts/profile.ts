import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { ProfileRow, ProfileSpecification } from './chart-specification.js';
import { levelAxis } from './level-axis.js';
import { mixed, type ChartTheme } from './palette.js';
import { rowWords } from './row-words.js';
import { stillOptions } from './still-chart.js';

type Marks = ChartDataset<'line', { x: number; y: number }[]>;

/** A lane for each node, drawn from the last to the first: the interval as a band, peers as ticks, the level as a dot; a row without one has words only. */
export function profileConfiguration(
  { rows, direction, language }: ProfileSpecification,
  theme: ChartTheme,
): ChartConfiguration<'line'> {
  return {
    type: 'line',
    data: {
      datasets: [
        ...rows.flatMap((row, at) => level(row, at, theme)),
        ...rows.flatMap((row, at) => ticks(row, at, theme)),
        ...rows.flatMap((row, at) => band(row, at, theme)),
      ],
    },
    options: {
      ...stillOptions(theme, language),
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      scales: {
        x: levelAxis(theme, direction),
        y: { type: 'linear', display: false, reverse: true, min: -0.6, max: rows.length - 0.6 },
      },
    },
    plugins: [rowWords(rows, direction, theme)],
  };
}

/** Where the marks of a row lie below its words, in rows. */
const BELOW = 0.1;

function hueOf({ hue }: ProfileRow, theme: ChartTheme): string {
  return theme.hues[hue ?? -1] ?? theme.neutral;
}

function band(row: ProfileRow, at: number, theme: ChartTheme): Marks[] {
  const { low, high, label } = row;
  if (low === undefined || high === undefined) return [];
  return [
    {
      label,
      data: [low, high].map((x) => ({ x, y: at + BELOW })),
      borderColor: mixed(theme.ground, hueOf(row, theme), 0.35),
      borderWidth: 11,
      pointRadius: 0,
      pointHoverRadius: 0,
      pointStyle: 'line',
    },
  ];
}

function ticks({ peers, label }: ProfileRow, at: number, theme: ChartTheme): Marks[] {
  if (peers.length === 0) return [];
  return [
    {
      label,
      data: peers.toSorted((one, other) => one - other).map((x) => ({ x, y: at + BELOW })),
      showLine: false,
      pointStyle: 'line',
      pointRotation: 90,
      pointRadius: 5,
      pointHoverRadius: 5,
      pointBorderWidth: 1,
      pointBorderColor: theme.neutral,
      clip: false,
    },
  ];
}

function level(row: ProfileRow, at: number, theme: ChartTheme): Marks[] {
  if (row.value === undefined) return [];
  return [
    {
      label: row.label,
      data: [{ x: row.value, y: at + BELOW }],
      showLine: false,
      pointStyle: 'circle',
      pointRadius: 7,
      pointHoverRadius: 8,
      pointBorderWidth: 2,
      pointBorderColor: theme.ground,
      pointBackgroundColor: hueOf(row, theme),
      clip: false,
    },
  ];
}
