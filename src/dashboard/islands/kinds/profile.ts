import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
import { profileConfiguration } from '../../../charts/profile.js';
import { drawnKind } from './drawn-kind.js';

Chart.register(LineController, LineElement, LinearScale, PointElement);

/** Rows from the top; what has no score has no mark. The first datasets are their levels. Each in its hue. */
export const kind = drawnKind('profile', {
  configure: ({ rows, ...chart }, theme) =>
    profileConfiguration({ ...chart, rows: rows.map((row, hue) => ({ hue, ...row })) }, theme),
  marks: ({ rows }) =>
    rows
      .filter(({ value }) => value !== undefined)
      .map(({ label, printed }, datasetIndex) => ({ datasetIndex, index: 0, name: label, figure: printed })),
});
