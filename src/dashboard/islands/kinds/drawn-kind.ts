import type { Chart, ChartConfiguration } from 'chart.js';
import type { ChartSpecification } from '../../../charts/chart-specification.js';
import type { ChartTheme } from '../../../charts/palette.js';

/** A figure of a chart that can be pointed at and told. */
export interface Mark {
  /** Its place in what Chart.js draws. */
  readonly datasetIndex: number;
  readonly index: number;
  /** What the row of the table says: its head, and its other cells. */
  readonly name: string;
  readonly figure: string;
  /** ISO 3166-1 alpha-3 of the country it is of, where a chart has many. */
  readonly area?: string;
}

/** What the browser needs to know of a kind of chart. */
export interface DrawnKind {
  readonly configure: (chart: ChartSpecification, theme: ChartTheme) => ChartConfiguration;
  /** In the order in which arrow keys walk. @param rows cells of the table beside it, where there is one */
  readonly marks: (
    chart: ChartSpecification,
    drawn: ChartConfiguration,
    rows: readonly (readonly string[])[],
  ) => readonly Mark[];
  /** Puts other figures into a chart that is drawn; absent: it is drawn anew. */
  readonly change?: (drawn: Chart, chart: ChartSpecification, theme: ChartTheme) => void;
  /** Gets ready what it draws with, beside the figures. */
  readonly prepare?: (element: HTMLElement) => Promise<void>;
}

/** A kind, given functions that know their own specification only. */
export function drawnKind<Kind extends ChartSpecification['kind']>(
  kind: Kind,
  its: {
    readonly configure: (chart: Extract<ChartSpecification, { kind: Kind }>, theme: ChartTheme) => unknown;
    readonly marks: (
      chart: Extract<ChartSpecification, { kind: Kind }>,
      drawn: ChartConfiguration,
      rows: readonly (readonly string[])[],
    ) => readonly Mark[];
    readonly change?: (
      drawn: Chart,
      chart: Extract<ChartSpecification, { kind: Kind }>,
      theme: ChartTheme,
    ) => void;
    readonly prepare?: DrawnKind['prepare'];
  },
): DrawnKind {
  const own = (chart: ChartSpecification): Extract<ChartSpecification, { kind: Kind }> => {
    if (chart.kind !== kind) throw new TypeError(`A ${chart.kind} chart came as ${kind}`);
    return chart as Extract<ChartSpecification, { kind: Kind }>;
  };
  const { change, prepare } = its;
  return {
    configure: (chart, theme) => its.configure(own(chart), theme) as ChartConfiguration,
    marks: (chart, drawn, rows) => its.marks(own(chart), drawn, rows),
    ...(change && {
      change: (drawn, chart, theme) => {
        change(drawn, own(chart), theme);
      },
    }),
    ...(prepare && { prepare }),
  };
}
