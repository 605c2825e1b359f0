import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
import { distributionConfiguration } from '../../../charts/distribution.js';
import { drawnKind } from './drawn-kind.js';

Chart.register(LineController, LineElement, LinearScale, PointElement);

/** From the lowest level to the highest. */
export const kind = drawnKind('distribution', {
  configure: distributionConfiguration,
  marks: ({ areas }, { data }) => {
    const byCode = new Map(areas.map((area) => [area.area, area]));
    return data.datasets
      .flatMap((dataset, datasetIndex) =>
        dataset.data.map((point, index) => {
          const { x, area } = point as unknown as { readonly x: number; readonly area: string };
          const { name = '', printed: figure = '' } = byCode.get(area) ?? {};
          return { datasetIndex, index, x, area, name, figure };
        }),
      )
      .sort((one, other) => one.x - other.x);
  },
});
