import { Chart, Filler, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import { darkTheme, lightTheme } from '../../charts/palette.js';
import { trendConfiguration } from '../../charts/trend.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';

Chart.register(Filler, LineController, LineElement, PointElement, LinearScale, Tooltip);

/** Paper is light: when a dark page is printed, its charts are drawn anew. */
const dark = matchMedia('screen and (prefers-color-scheme: dark)');

/** What the table beside a chart says of a year. */
interface YearWords {
  readonly year: string;
  readonly figure: string;
}

/** Draws the trend that stands inside it as data; arrow keys walk through its figures. */
class Trend extends HTMLElement {
  #chart: Chart<'line'> | undefined;
  #at = -1;
  #words: ReadonlyMap<number, YearWords> = new Map();
  readonly #said = document.createElement('p');

  connectedCallback(): void {
    const data = this.querySelector('script')?.textContent;
    if (data === undefined || this.#chart !== undefined) return;
    const trend = JSON.parse(data) as TrendSpecification;
    this.#words = wordsBeside(this, trend);
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${trend.title}. ${trend.summary}`);
    canvas.tabIndex = 0;
    canvas.addEventListener('keydown', (event) => {
      this.#walk(event);
    });
    canvas.addEventListener('blur', () => {
      this.#point([]);
    });
    this.#said.className = 'unseen';
    this.#said.setAttribute('role', 'status');
    this.append(canvas, this.#said);
    this.#draw(canvas, trend);
    dark.addEventListener('change', () => {
      this.#chart?.destroy();
      this.#draw(canvas, trend);
    });
  }

  #draw(canvas: HTMLCanvasElement, trend: TrendSpecification): void {
    const { fontFamily: family } = getComputedStyle(this);
    const theme = { ...(dark.matches ? darkTheme : lightTheme), fontFamily: family };
    const configuration = trendConfiguration(trend, theme);
    this.#chart = new Chart(canvas, {
      ...configuration,
      options: {
        ...configuration.options,
        locale: document.documentElement.lang,
        responsive: true,
        maintainAspectRatio: false,
        plugins: {
          tooltip: {
            displayColors: false,
            yAlign: 'bottom',
            caretPadding: 10,
            backgroundColor: theme.text,
            titleColor: theme.ground,
            bodyColor: theme.ground,
            titleFont: { family },
            bodyFont: { family },
            callbacks: {
              title: ([item]) => this.#words.get(item?.parsed.x ?? 0)?.year ?? '',
              label: ({ dataset: { pointStyle, label = '' }, parsed }) =>
                pointStyle === 'line' ? label : (this.#words.get(parsed.x ?? 0)?.figure ?? ''),
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
    if (point === undefined) return;
    this.#point([point]);
    const { year, figure } = this.#words.get(point.x) ?? { year: '', figure: '' };
    this.#said.textContent = `${year}: ${figure}`;
  }

  /** Shows the tooltip of a point, or none. */
  #point(points: { datasetIndex: number; index: number }[]): void {
    const chart = this.#chart;
    const [point] = points;
    const element = point && chart?.getDatasetMeta(point.datasetIndex).data[point.index];
    chart?.setActiveElements(points);
    chart?.tooltip?.setActiveElements(points, { x: element?.x ?? 0, y: element?.y ?? 0 });
    chart?.update();
  }
}

/** The rows of the table in the same figure, which stand in the order of the trend's points. */
function wordsBeside(element: Element, { segments }: TrendSpecification): Map<number, YearWords> {
  const rows = [...(element.closest('figure')?.querySelectorAll('table tbody tr') ?? [])];
  const points = segments.flatMap(({ points: ofSegment }) => ofSegment);
  return new Map(
    points.map(({ year }, position) => {
      const [first = '', ...others] = [...(rows[position]?.children ?? [])].map((cell) => cell.textContent);
      return [year, { year: first, figure: others.filter((text) => text !== '').join(', ') }];
    }),
  );
}

function xOf(point: unknown): number {
  return (point as { x: number }).x;
}

customElements.define('iww-trend', Trend);
