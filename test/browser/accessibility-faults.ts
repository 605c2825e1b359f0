import type { Page } from 'playwright-core';

/**
 * What a page in a browser lacks for those who cannot see it, use no mouse or see little: one sentence each. The rules
 * are those of WCAG 2.2 that a program can decide without knowing what the page means.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const look of [atThePage, atHeadings, atReferences, atTables, atNames, atFields, atContrast]) {
    faults.push(...(await page.evaluate(look)));
  }
  return [...new Set(faults)];
}

// Each function runs in the browser, so everything it needs is inside it.

function atThePage(): string[] {
  const { lang, dir, scrollWidth } = document.documentElement;
  const counts = ['main', 'body > header', 'body > footer', 'h1'].map(
    (landmark) => [landmark, document.querySelectorAll(landmark).length] as const,
  );
  const ways = [...document.querySelectorAll('nav')].map((nav) => nav.getAttribute('aria-label') ?? '');
  return [
    ...(lang === '' || !['ltr', 'rtl'].includes(dir) ? ['the page names no language or direction'] : []),
    ...(document.title === '' ? ['the page has no title'] : []),
    ...(scrollWidth > window.innerWidth ? ['the page must be scrolled sideways'] : []),
    ...counts.flatMap(([landmark, count]) =>
      count === 1 ? [] : [`there are ${String(count)} of ${landmark}`],
    ),
    ...(ways.length === 0 ? ['there are 0 of nav'] : []),
    ...(ways.includes('') || new Set(ways).size < ways.length ? ['a nav has no name of its own'] : []),
  ];
}

function atHeadings(): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
  return headings.flatMap(({ outerHTML }, position) =>
    (levels[position] ?? 0) > (levels[position - 1] ?? 0) + 1
      ? [`a heading skips a level: ${outerHTML}`]
      : [],
  );
}

function atReferences(): string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, position) => ids.indexOf(id) < position);
  const targets = [...document.querySelectorAll('a[href^="#"], label[for], use')].map(
    (element) => element.getAttribute('for') ?? element.getAttribute('href')?.slice(1) ?? '',
  );
  return [
    ...twice.map((id) => `the id ${id} is given twice`),
    ...targets.filter((id) => !ids.includes(id)).map((id) => `it points to nothing on the page: ${id}`),
  ];
}

function atTables(): string[] {
  return [...document.querySelectorAll('table')].flatMap((table) => {
    const columns = table.querySelectorAll('thead th').length;
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const width = (row: HTMLTableRowElement): number =>
      [...row.cells].reduce((sum, { colSpan }) => sum + colSpan, 0);
    const faults = {
      'a table lacks a caption': (table.caption?.textContent.trim() ?? '') === '',
      'a table lacks column heads': table.querySelector('thead th[scope="col"]') === null,
      'a head lacks its scope': table.querySelector('th:not([scope])') !== null,
      'a row lacks its head': rows.some((row) => row.querySelector('th[scope="row"]') === null),
      'a row has not as many cells as there are columns': rows.some((row) => width(row) !== columns),
    };
    return Object.entries(faults).flatMap(([fault, is]) =>
      is ? [`${fault}: ${table.outerHTML.slice(0, 120)}`] : [],
    );
  });
}

function atNames(): string[] {
  const nameOf = (element: Element): string =>
    element.getAttribute('alt') ??
    element.getAttribute('aria-label') ??
    (['svg', 'canvas'].includes(element.tagName.toLowerCase()) ? '' : element.textContent).trim();
  const nameless = [...document.querySelectorAll('img, svg, canvas, a[href], button, summary')].filter(
    (element) => element.getAttribute('aria-hidden') !== 'true' && nameOf(element) === '',
  );
  const lists = [...document.querySelectorAll('ul, ol, dl')].filter(({ tagName, children }) =>
    [...children].some((child) => !(tagName === 'DL' ? ['DT', 'DD'] : ['LI']).includes(child.tagName)),
  );
  const hidden = [...document.querySelectorAll('a[href]')].filter(
    (link) =>
      link.closest('p, li, td, dd') !== null &&
      link.closest('nav') === null &&
      !getComputedStyle(link).textDecorationLine.includes('underline'),
  );
  return [
    ...nameless.map(({ outerHTML }) => `it has no name: ${outerHTML.slice(0, 120)}`),
    ...lists.map(({ outerHTML }) => `a list holds other things: ${outerHTML.slice(0, 120)}`),
    ...hidden.map(({ outerHTML }) => `a link is told by its colour alone: ${outerHTML}`),
  ];
}

function atFields(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')]
    .filter((field) => (field.labels?.length ?? 0) === 0 && !field.hasAttribute('aria-label'))
    .map(({ outerHTML }) => `a field lacks a label: ${outerHTML.slice(0, 120)}`);
}

function atContrast(): string[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return (channels(backgroundColor)[3] ?? 1) === 0 ? groundOf(element.parentElement) : backgroundColor;
  };
  const isFaint = (element: Element): boolean => {
    const { color, fontSize } = getComputedStyle(element);
    const [dark = 0, light = 0] = [luminance(color), luminance(groundOf(element))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) < (parseFloat(fontSize) >= 24 ? 3 : 4.5);
  };
  const holdsText = ({ childNodes }: Element): boolean =>
    [...childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && (nodeValue ?? '').trim() !== '');
  return [...document.querySelectorAll('body *:not(script, noscript, option)')]
    .filter((element) => holdsText(element) && element.checkVisibility() && isFaint(element))
    .map((element) => `${getComputedStyle(element).color} is too faint: ${element.outerHTML.slice(0, 120)}`);
}
