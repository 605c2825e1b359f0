/** Where the table of a figure stands on a page of its own, brings it here when it is asked for. */
export function bringTable(figure: Element): void {
  const twin = figure.querySelector<HTMLDetailsElement>('details[data-twin]');
  const holder = twin?.querySelector<HTMLElement>('[data-elsewhere]');
  if (!twin || !holder) return;
  twin.addEventListener('toggle', () => {
    if (twin.open && !holder.hidden) void bring(twin, holder);
  });
  twin.addEventListener('outdated', () => {
    holder.hidden = false;
    if (twin.open) void bring(twin, holder);
    else twin.querySelector('table')?.remove();
  });
}

/** The way to it stays where it cannot be had. */
async function bring(twin: Element, holder: HTMLElement): Promise<void> {
  const address = holder.querySelector('a')?.href ?? '';
  const answer = await fetch(address).catch(() => undefined);
  if (answer?.ok !== true) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const table = page.querySelector('table');
  if (table === null || holder.querySelector('a')?.href !== address) return;
  table.removeAttribute('id');
  twin.querySelector('table')?.remove();
  twin.append(table);
  holder.hidden = true;
}
