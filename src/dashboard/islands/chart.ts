import type { ChartSpecification } from '../../charts/chart-specification.js';
import { bringTable } from './bring-table.js';
import type { DrawnChart } from './drawn-chart.js';
import type { DrawnKind, Mark } from './kinds/drawn-kind.js';

/** What draws each kind: asked for when the first chart of it comes into view. */
const KINDS: Readonly<Record<string, () => Promise<{ readonly kind: DrawnKind }>>> = {
  trend: () => import('./kinds/trend.js'),
  profile: () => import('./kinds/profile.js'),
  distribution: () => import('./kinds/distribution.js'),
  status: () => import('./kinds/status.js'),
  map: () => import('./kinds/map.js'),
};
/** A chart is made ready this far before it can be seen. */
const AHEAD = '300px 0px';

/** What draws a kind, once it is there. */
interface Drawing {
  readonly kind: DrawnKind;
  readonly DrawnChart: typeof DrawnChart;
}
const loaded = new Map<string, Drawing>();

/** @throws TypeError on a kind that there is not */
async function load(name: string): Promise<Drawing> {
  const importKind = KINDS[name];
  if (importKind === undefined) throw new TypeError(`There is no ${name} chart`);
  const [{ kind }, { DrawnChart: drawn }] = await Promise.all([importKind(), import('./drawn-chart.js')]);
  const drawing = { kind, DrawnChart: drawn };
  loaded.set(name, drawing);
  return drawing;
}

/** Draws the chart that stands inside it as data, or at the address in `src`, when it comes into view. */
class ChartIsland extends HTMLElement {
  private readonly said = document.createElement('p');
  private isDrawn = false;

  connectedCallback(): void {
    if (this.said.isConnected) return;
    this.said.className = this.hasAttribute('data-places') ? 'said' : 'unseen';
    this.said.setAttribute('role', 'status');
    this.append(this.said);
    const figure = this.closest('figure');
    if (figure !== null) bringTable(figure);
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        void this.draw();
      },
      { rootMargin: AHEAD },
    );
    watch.observe(this);
    // Paper shows what was never seen: what stands on the page itself is drawn when there is nothing else to do.
    if (this.hasAttribute('src')) return;
    whenIdle(() => void this.draw());
    addEventListener('beforeprint', () => void this.draw());
  }

  private get kind(): string {
    return this.getAttribute('kind') ?? '';
  }

  /** At once where all that it takes is there. */
  private draw(): void | Promise<void> {
    const place = this.querySelector<HTMLElement>('.drawing');
    if (this.isDrawn || place === null || !(this.kind in KINDS)) return;
    const [drawing, inside] = [loaded.get(this.kind), this.inside()];
    if (drawing !== undefined && inside !== undefined) this.put(drawing, place, inside);
    else return this.drawLater(place);
  }

  private async drawLater(place: HTMLElement): Promise<void> {
    try {
      const [drawing, chart] = await Promise.all([load(this.kind), this.inside() ?? this.brought()]);
      await drawing.kind.prepare?.(this);
      const drawn = this.put(drawing, place, chart);
      if (chart.kind !== 'map' || drawn === undefined) return;
      const { letYearsSlide } = await import('./let-years-slide.js');
      await letYearsSlide(this, chart, (other) => {
        drawn.show(other);
      });
    } catch {
      if (!this.isDrawn) this.showPicture(place);
    }
  }

  /** Once, whoever comes first. */
  private put(
    { kind, DrawnChart: Drawn }: Drawing,
    place: HTMLElement,
    chart: ChartSpecification,
  ): DrawnChart | undefined {
    if (this.isDrawn) return undefined;
    this.isDrawn = true;
    if ('rows' in chart) place.style.setProperty('--rows', String(chart.rows.length));
    return new Drawn(place, kind, chart, (mark) => {
      this.tell(mark);
    });
  }

  private inside(): ChartSpecification | undefined {
    const text = this.querySelector('script')?.textContent;
    return text === undefined ? undefined : this.read(text);
  }

  private async brought(): Promise<ChartSpecification> {
    const answer = await fetch(this.getAttribute('src') ?? '');
    if (!answer.ok) throw new Error(answer.statusText);
    return this.read(await answer.text());
  }

  /** The figures, spoken as the page is, in the colour of their subject. */
  private read(text: string): ChartSpecification {
    const hue = this.getAttribute('data-hue');
    const { lang: language, dir: direction } = document.documentElement;
    const told = JSON.parse(text, (_key, value: unknown) => value ?? undefined) as ChartSpecification;
    return { ...told, language, direction, ...(hue !== null && { hue: Number(hue) }) } as ChartSpecification;
  }

  /** Says what is pointed at as the row of the table says it; a country with the way to its page. */
  private tell(mark: Mark | undefined): void {
    const { said } = this;
    said.replaceChildren();
    if (mark === undefined) return;
    const words = `${mark.name}: ${mark.figure}`;
    const places = this.dataset['places'];
    if (mark.area === undefined || places === undefined) {
      said.textContent = words;
      return;
    }
    const link = document.createElement('a');
    link.href = atTheSameMoment(places.replace('*', mark.area));
    link.textContent = words;
    said.append(link);
  }

  /** What readers without script see. */
  private showPicture(place: HTMLElement): void {
    const picture = this.querySelector('noscript')?.textContent ?? '';
    place.classList.add('pictured');
    place.append(new DOMParser().parseFromString(picture, 'text/html').body);
  }
}

/** An address with the state of the data that the page is of. */
function atTheSameMoment(address: string): string {
  const asked = new URLSearchParams(location.search);
  const said = ['release', 'asOf'].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : `${name}=${encodeURIComponent(value)}`;
  });
  return said.length === 0 ? address : `${address}?${said.join('&')}`;
}

/** After all that the page itself needs. */
function whenIdle(act: () => void): void {
  const wait = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(act);
    else setTimeout(act, 1_000);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

customElements.define('iww-chart', ChartIsland);
