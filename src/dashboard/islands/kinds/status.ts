import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { statusConfiguration } from '../../../charts/status-bars.js';
import { drawnKind } from './drawn-kind.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Rows from the top, each along its bar. */
export const kind = drawnKind('status', {
  configure: statusConfiguration,
  marks: ({ rows, statuses }) =>
    rows.flatMap(({ label, shares }, index) =>
      shares.map(({ status, printed }) => {
        const datasetIndex = statuses.findIndex((one) => one.status === status);
        return {
          datasetIndex,
          index,
          name: label,
          figure: `${statuses[datasetIndex]?.label ?? ''}, ${printed}`,
        };
      }),
    ),
});
