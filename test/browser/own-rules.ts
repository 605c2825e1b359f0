/**
 * What axe has no rule for: landmarks that are there once, no scrolling sideways, headings in order, references that
 * lead somewhere, tables that can be heard, pictures with a name. Runs in the browser, so all it needs is inside it.
 */
export function ownRules(): string[] {
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];

  function atThePage(): string[] {
    const { dir, scrollWidth } = document.documentElement;
    const isEmbedded = location.pathname.includes('/embed/');
    const landmarks = isEmbedded ? ['main'] : ['main', 'body > header', 'body > footer', 'h1'];
    const ways = all('nav').map(
      (nav) =>
        nav.getAttribute('aria-label') ??
        document.getElementById(nav.getAttribute('aria-labelledby') ?? '')?.textContent.trim() ??
        '',
    );
    return [
      ...(['ltr', 'rtl'].includes(dir) ? [] : ['the page names no direction']),
      ...(scrollWidth > window.innerWidth ? [`the page must be scrolled sideways: ${widest()}`] : []),
      ...landmarks.flatMap((landmark) =>
        all(landmark).length === 1 ? [] : [`there are ${String(all(landmark).length)} of ${landmark}`],
      ),
      ...(ways.length === 0 && !isEmbedded ? ['there are 0 of nav'] : []),
      ...(ways.includes('') || new Set(ways).size < ways.length ? ['a nav has no name of its own'] : []),
    ];
  }

  /** Which part of the page makes it so wide. */
  function widest(): string {
    const isTooWide = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return right > window.innerWidth + 1 || left < -1;
    };
    const wide = all('body *').filter(
      (element) => isTooWide(element) && ![...element.children].some(isTooWide),
    );
    return wide.at(0)?.outerHTML.slice(0, 120) ?? '?';
  }

  function atHeadings(): string[] {
    const headings = all('h1, h2, h3, h4, h5, h6');
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
    return headings.flatMap(({ outerHTML }, position) =>
      (levels[position] ?? 0) > (levels[position - 1] ?? 0) + 1
        ? [`a heading skips a level: ${outerHTML}`]
        : [],
    );
  }

  function atReferences(): string[] {
    const ids = all('[id]').map(({ id }) => id);
    const twice = ids.filter((id, position) => ids.indexOf(id) < position);
    const targets = all('a[href^="#"], label[for], use, [popovertarget]').map(
      (element) =>
        element.getAttribute('for') ??
        element.getAttribute('popovertarget') ??
        decodeURIComponent(element.getAttribute('href')?.slice(1) ?? ''),
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
        'a row lacks its head': rows.some((row) => row.querySelector('th[scope]') === null),
        'a row has not as many cells as there are columns': rows.some((row) => width(row) !== columns),
      };
      return Object.entries(faults).flatMap(([fault, is]) =>
        is ? [`${fault}: ${table.outerHTML.slice(0, 120)}`] : [],
      );
    });
  }

  function atPictures(): string[] {
    const nameless = all('svg, canvas').filter(
      (element) => element.closest('[aria-hidden=true]') === null && !element.hasAttribute('aria-label'),
    );
    return nameless.map(({ outerHTML }) => `it has no name: ${outerHTML.slice(0, 120)}`);
  }

  return [...atThePage(), ...atHeadings(), ...atReferences(), ...atTables(), ...atPictures()];
}
