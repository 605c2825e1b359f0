import type { Page } from 'playwright-core';

/**
 * The controls that the tab key does not come to, in the order of the page, going once around. Of the buttons of one
 * choice it comes to one; a place that can be scrolled is a stop of its own.
 */
export async function missedByTab(page: Page): Promise<string[]> {
  const controls = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select, textarea, summary',
      ),
    ];
    const firsts = new Set<string>();
    const stops = all.filter((element) => {
      if (!element.checkVisibility()) return false;
      const { type, name } = element as HTMLInputElement;
      if (type !== 'radio') return true;
      return firsts.size < firsts.add(name).size;
    });
    stops.forEach((element, at) => (element.dataset['stop'] = String(at)));
    return stops.map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.collapse(document.body, 0);
  });
  const reached: number[] = [];
  for (let press = 0; press < controls.length * 2 && reached.length < controls.length; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['stop']);
    if (stop !== undefined && !reached.includes(Number(stop))) reached.push(Number(stop));
  }
  const isInOrder = reached.every((stop, at) => stop >= (reached[at - 1] ?? 0));
  const missed = controls.filter((_, at) => !reached.includes(at));
  return isInOrder ? missed : [...missed, `the order is ${reached.join(' ')}`];
}
