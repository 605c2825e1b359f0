import { YEARS_RUN } from '../../charts/chart-words.js';
import type { MapSpecification, MapYear } from '../../charts/chart-specification.js';

/** How a figure goes on in another year: its words, its addresses and the address of the page. */
const ADDRESSES = ['a[href*="/charts/map"]', 'a[href*="/embed/map"]'].join();

/**
 * Puts a slider in the place of the list of years beside a map, with a step for each year that has figures.
 * @param show draws the map of another year
 */
export async function letYearsSlide(
  island: HTMLElement,
  map: MapSpecification,
  show: (map: MapSpecification) => void,
): Promise<void> {
  const figure = island.closest('figure');
  const form = figure?.querySelector<HTMLFormElement>('form.years-of-map');
  const list = form?.querySelector('select');
  if (!figure || !form || !list) return;
  const years = await yearsOf(island.getAttribute('src') ?? '');
  if (years.length < 2) return;

  const slider = document.createElement('input');
  const told = document.createElement('output');
  slider.type = 'range';
  if (YEARS_RUN === 'to_the_right') slider.dir = 'ltr';
  Object.assign(slider, { id: list.id, max: String(years.length - 1), min: '0', step: '1' });
  slider.value = String(
    Math.max(
      0,
      years.findIndex(({ year }) => year === map.year),
    ),
  );
  const say = (year: string): void => {
    told.textContent = year;
    slider.setAttribute('aria-valuetext', year);
  };
  say(String(map.year));
  form.querySelector('button')?.remove();
  list.replaceWith(slider, told);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });

  let waiting = false;
  slider.addEventListener('input', () => {
    const chosen = (): MapYear | undefined => years[Number(slider.value)];
    say(String(chosen()?.year ?? ''));
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const year = chosen();
      if (year !== undefined) show(inYear(map, year));
    });
  });
  slider.addEventListener('change', () => {
    const year = years[Number(slider.value)];
    if (year !== undefined) nameYear(figure, year);
  });
}

async function yearsOf(address: string): Promise<readonly MapYear[]> {
  const answer = await fetch(`${address}&years=all`).catch(() => undefined);
  if (answer?.ok !== true) return [];
  const { years } = (await answer.json()) as { readonly years: readonly MapYear[] };
  return years;
}

function inYear(map: MapSpecification, { year, title, summary, bands, printed }: MapYear): MapSpecification {
  const areas = map.areas.map(({ value: _other, ...area }, at) => {
    const from = map.bands[bands[at] ?? -1]?.from;
    return { ...area, printed: printed[at] ?? '', ...(from !== undefined && { value: from }) };
  });
  return { ...map, year, title, summary, areas };
}

/** Downloads, the table, the code to copy and the address of the page are of the year that is shown. */
function nameYear(figure: HTMLElement, { year, title }: MapYear): void {
  const caption = figure.querySelector('figcaption strong');
  if (caption !== null) caption.textContent = title;
  for (const link of figure.querySelectorAll<HTMLAnchorElement>(ADDRESSES))
    link.href = ofYear(link.href, year);
  const code = figure.querySelector('.embed code');
  if (code !== null)
    code.textContent = code.textContent
      .replace(/src="([^"]+)"/, (_, address: string) => {
        const plain = address.replaceAll('&amp;', '&');
        return `src="${escaped(ofYear(plain, year))}"`;
      })
      .replace(/title="[^"]*"/, () => `title="${escaped(title)}"`);
  history.replaceState(history.state, '', ofYear(location.href, year));
  const twin = figure.querySelector<HTMLDetailsElement>('details[data-twin]');
  twin?.dispatchEvent(new CustomEvent('outdated'));
}

function ofYear(address: string, year: number): string {
  const url = new URL(address);
  url.searchParams.set('year', String(year));
  return url.href;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
