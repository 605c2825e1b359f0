import { Chart, Filler, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
import { trendConfiguration } from '../../../charts/trend.js';
import { drawnKind } from './drawn-kind.js';

Chart.register(Filler, LineController, LineElement, LinearScale, PointElement);

/** Years in their order; lines without figures of a year, as that to a target, are passed over. */
export const kind = drawnKind('trend', {
  configure: trendConfiguration,
  marks: ({ segments }, { data }, rows) => {
    const listed = segments.flatMap(({ label, points }) => points.map(({ year }) => ({ label, year })));
    return data.datasets
      .flatMap((dataset, datasetIndex) =>
        'pointStyle' in dataset && dataset.pointStyle === 'line'
          ? []
          : dataset.data.map((point, index) => {
              const year = (point as { readonly x: number }).x;
              const at = listed.findIndex((one) => one.label === dataset.label && one.year === year);
              const [name = String(year), ...cells] = rows[at] ?? [];
              return { datasetIndex, index, year, name, figure: cells.filter(Boolean).join(', ') };
            }),
      )
      .sort((one, other) => one.year - other.year);
  },
});
