import { Chart, Tooltip, type ChartConfiguration, type TooltipItem } from 'chart.js';
import type { ChartSpecification } from '../../charts/chart-specification.js';
import { darkTheme, lightTheme, type ChartTheme } from '../../charts/palette.js';
import type { DrawnKind, Mark } from './kinds/drawn-kind.js';

Chart.register(Tooltip);

/** Paper is light: when a dark page is printed, its charts are drawn anew. */
const dark = matchMedia('screen and (prefers-color-scheme: dark)');
const isRightToLeft = document.documentElement.dir === 'rtl';

/** A chart on a canvas of its own, which arrow keys walk through. */
export class DrawnChart {
  private chart: Chart | undefined;
  private drawn: ChartConfiguration | undefined;
  private marks: readonly Mark[] = [];
  private at: number | undefined;
  private readonly canvas = document.createElement('canvas');

  /**
   * @param place holds the canvas, and gives it its size
   * @param tell says what is pointed at by key or touch; `undefined`: nothing
   */
  constructor(
    private readonly place: HTMLElement,
    private readonly kind: DrawnKind,
    private specification: ChartSpecification,
    private readonly tell: (mark: Mark | undefined) => void,
  ) {
    this.canvas.setAttribute('role', 'img');
    this.canvas.tabIndex = 0;
    this.canvas.addEventListener('keydown', (event) => {
      this.walk(event);
    });
    this.canvas.addEventListener('blur', () => {
      this.point(undefined);
    });
    place.append(this.canvas);
    this.draw();
    dark.addEventListener('change', () => {
      this.draw();
    });
  }

  /** Shows other figures in its place; what was pointed at stays so. */
  show(specification: ChartSpecification): void {
    this.specification = specification;
    const { chart, kind, at } = this;
    if (chart === undefined || kind.change === undefined) this.draw();
    else kind.change(chart, specification, themeOf(this.place));
    this.name();
    if (this.drawn !== undefined) this.marks = kind.marks(specification, this.drawn, this.rows());
    this.point(at);
    if (at !== undefined) this.tell(this.marks[at]);
  }

  private draw(): void {
    this.chart?.destroy();
    this.name();
    const theme = themeOf(this.place);
    const drawn = this.kind.configure(this.specification, theme);
    this.drawn = drawn;
    this.marks = this.kind.marks(this.specification, drawn, this.rows());
    this.chart = new Chart(this.canvas, {
      ...drawn,
      options: {
        ...drawn.options,
        locale: document.documentElement.lang,
        responsive: true,
        maintainAspectRatio: false,
        onClick: (_event, [element]) => {
          const at = this.marks.findIndex(
            ({ datasetIndex, index }) => datasetIndex === element?.datasetIndex && index === element.index,
          );
          this.point(at < 0 ? undefined : at);
          this.tell(this.marks[at]);
        },
        plugins: { tooltip: this.tooltip(theme) },
      },
    });
  }

  private name(): void {
    const { title, summary } = this.specification;
    this.canvas.setAttribute('aria-label', `${title}. ${summary}`);
  }

  /** Cells of the table in the same figure. */
  private rows(): readonly (readonly string[])[] {
    const rows = this.place.closest('figure')?.querySelectorAll('table tbody tr') ?? [];
    return [...rows].map((row) => [...row.children].map((cell) => cell.textContent));
  }

  private tooltip(theme: ChartTheme): object {
    const family = theme.fontFamily;
    return {
      displayColors: false,
      yAlign: 'bottom',
      caretPadding: 10,
      rtl: isRightToLeft,
      textDirection: document.documentElement.dir,
      backgroundColor: theme.text,
      titleColor: theme.ground,
      bodyColor: theme.ground,
      titleFont: { family },
      bodyFont: { family },
      filter: (item: TooltipItem<'line'>) => this.markOf(item) !== undefined || isLine(item),
      callbacks: {
        title: ([item]: TooltipItem<'line'>[]) => (item && this.markOf(item)?.name) ?? '',
        label: (item: TooltipItem<'line'>) => this.markOf(item)?.figure ?? item.dataset.label ?? '',
      },
    };
  }

  private markOf(item: { readonly datasetIndex: number; readonly dataIndex: number }): Mark | undefined {
    return this.marks.find(
      ({ datasetIndex, index }) => datasetIndex === item.datasetIndex && index === item.dataIndex,
    );
  }

  private walk(event: KeyboardEvent): void {
    const last = this.marks.length - 1;
    const next = this.placeAfter(event.key, last);
    if (next === undefined || last < 0) return;
    event.preventDefault();
    const at = next === 'none' ? undefined : Math.min(Math.max(next, 0), last);
    this.point(at);
    this.tell(at === undefined ? undefined : this.marks[at]);
  }

  /** `undefined`: the key means nothing here. */
  private placeAfter(key: string, last: number): number | 'none' | undefined {
    const at = this.at ?? -1;
    const turned = isRightToLeft && this.specification.kind !== 'trend';
    const [onward, back] = turned ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    if (key === onward || key === 'ArrowDown') return at + 1;
    if (key === back || key === 'ArrowUp') return at - 1;
    if (key === 'PageDown') return at + 10;
    if (key === 'PageUp') return at - 10;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    return key === 'Escape' ? 'none' : undefined;
  }

  /** Shows what a mark says, or nothing. */
  private point(at: number | undefined): void {
    this.at = at;
    const mark = at === undefined ? undefined : this.marks[at];
    const element = mark && this.chart?.getDatasetMeta(mark.datasetIndex).data[mark.index];
    const active = mark === undefined ? [] : [{ datasetIndex: mark.datasetIndex, index: mark.index }];
    const { x = 0, y = 0 } = element?.tooltipPosition(true) ?? {};
    this.chart?.setActiveElements(active);
    this.chart?.tooltip?.setActiveElements(active, { x, y });
    this.chart?.draw();
  }
}

/** The colours of the screen, or of paper, and the letters of the page. */
function themeOf(place: HTMLElement): ChartTheme {
  const { fontFamily } = getComputedStyle(place);
  return { ...(dark.matches ? darkTheme : lightTheme), fontFamily };
}

/** A line that has a name but no figures of its own, such as the way to a target. */
function isLine({ dataset }: TooltipItem<'line'>): boolean {
  return dataset.pointStyle === 'line' && dataset.label !== undefined && dataset.borderDash !== undefined;
}
