import { Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import { darkTheme, lightTheme } from '../../charts/palette.js';
import { trendChart } from '../../charts/trend.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip);

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Draws the trend that stands inside it as data; arrow keys walk through its figures. */
class Trend extends HTMLElement {
  #chart: Chart<'line'> | undefined;
  #at = -1;

  connectedCallback(): void {
    const data = this.querySelector('script')?.textContent;
    if (data === undefined || this.#chart !== undefined) return;
    const trend = JSON.parse(data) as TrendSpecification;
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${trend.title}. ${trend.summary}`);
    canvas.tabIndex = 0;
    canvas.addEventListener('keydown', (event) => {
      this.#walk(event);
    });
    this.append(canvas);
    this.#draw(canvas, trend);
    dark.addEventListener('change', () => {
      this.#chart?.destroy();
      this.#draw(canvas, trend);
    });
  }

  #draw(canvas: HTMLCanvasElement, trend: TrendSpecification): void {
    const { fontFamily } = getComputedStyle(this);
    const language = document.documentElement.lang;
    const numbers = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
    const configuration = trendChart(trend, { ...(dark.matches ? darkTheme : lightTheme), fontFamily });
    this.#chart = new Chart(canvas, {
      ...configuration,
      options: {
        ...configuration.options,
        locale: language,
        responsive: true,
        maintainAspectRatio: false,
        plugins: {
          tooltip: {
            displayColors: false,
            callbacks: {
              title: ([item]) => String(item?.parsed.x ?? ''),
              label: ({ dataset, parsed }) => [numbers.format(parsed.y ?? 0), dataset.label ?? ''],
            },
          },
        },
      },
    });
  }

  #walk(event: KeyboardEvent): void {
    const chart = this.#chart;
    if (chart === undefined || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    const points = chart.data.datasets
      .flatMap(({ data, pointStyle }, datasetIndex) =>
        pointStyle === 'line' ? [] : data.map((point, index) => ({ datasetIndex, index, x: xOf(point) })),
      )
      .sort((one, other) => one.x - other.x);
    const step = event.key === 'ArrowRight' ? 1 : -1;
    this.#at = Math.min(Math.max(this.#at + step, 0), points.length - 1);
    const point = points[this.#at];
    const element = point && chart.getDatasetMeta(point.datasetIndex).data[point.index];
    if (point === undefined || element === undefined) return;
    chart.setActiveElements([point]);
    chart.tooltip?.setActiveElements([point], { x: element.x, y: element.y });
    chart.update();
  }
}

function xOf(point: unknown): number {
  return (point as { x: number }).x;
}

customElements.define('iww-trend', Trend);
