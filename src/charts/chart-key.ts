import type { ChartSpecification } from './chart-specification.js';
import type { Hatching } from './hatch.js';
import { steps, type ChartTheme } from './palette.js';
import { statusStyle } from './status-style.js';
import { trendKey } from './trend-key.js';

/** What explains a mark of a chart beside it: a sample and its name. */
export interface KeyEntry {
  readonly label: string;
  readonly sample:
    | { readonly shape: 'line'; readonly dash: readonly [line: number, gap: number]; readonly band?: string }
    | { readonly shape: 'box'; readonly fill: string; readonly line: string; readonly hatching: Hatching }
    | { readonly shape: 'tick'; readonly fill: string };
}

/** The key of a chart, in the order it is read. */
export function chartKey(specification: ChartSpecification, theme: ChartTheme): readonly KeyEntry[] {
  switch (specification.kind) {
    case 'trend':
      return trendKey(specification).map(({ label, dash, isBand }) => ({
        label,
        sample: { shape: 'line', dash, ...(isBand === true && { band: theme.grid }) },
      }));
    case 'profile': {
      const { rangeLabel, peersLabel } = specification;
      return [
        ...(rangeLabel === undefined ? [] : [{ label: rangeLabel, sample: plainBox(theme.grid, theme) }]),
        ...(peersLabel === undefined
          ? []
          : [{ label: peersLabel, sample: { shape: 'tick' as const, fill: theme.neutral } }]),
      ];
    }
    case 'distribution':
      return specification.middle === undefined
        ? []
        : [{ label: specification.middle.label, sample: plainBox(theme.grid, theme) }];
    case 'status':
      return specification.statuses.map(({ status, label }) => ({
        label,
        sample: { shape: 'box', ...statusStyle(status, theme) },
      }));
    case 'map':
      return [
        ...specification.bands.map(({ label }, position) => ({
          label,
          sample: plainBox(steps(theme, specification.hue)[position] ?? theme.ground, theme),
        })),
        {
          label: specification.noDataLabel,
          sample: { shape: 'box', fill: theme.ground, line: theme.neutral, hatching: 'rising' },
        },
      ];
    case 'sparkline':
      return [];
  }
}

function plainBox(fill: string, theme: ChartTheme): KeyEntry['sample'] {
  return { shape: 'box', fill, line: theme.neutral, hatching: 'none' };
}
