import type { Page } from 'playwright-core';

/** Tabs between two questions to the page. */
const STRIDE = 25;

/**
 * What goes wrong on a way through the page by the tab key, going once around: controls that it does not come to, an
 * order other than that of the page, a stop where one does not see where one is. Of the buttons of one choice it comes
 * to one; a place that can be scrolled is a stop of its own.
 */
export async function missedByTab(page: Page): Promise<string[]> {
  const controls = await page.evaluate(watchStops);
  let reached: readonly number[] = [];
  for (let press = 0; press < controls.length * 2 && reached.length < controls.length; press += STRIDE) {
    for (let key = 0; key < STRIDE; key += 1) await page.keyboard.press('Tab');
    reached = await page.evaluate(() => window.reached.map(({ stop }) => stop));
  }
  const unseen = await page.evaluate(() =>
    window.reached.filter(({ seen }) => !seen).map(({ stop }) => stop),
  );
  const isInOrder = reached.every((stop, at) => stop >= (reached[at - 1] ?? 0));
  return [
    ...controls.filter((_, at) => !reached.includes(at)),
    ...(isInOrder ? [] : [`the order is ${reached.join(' ')}`]),
    ...unseen.map((stop) => `the focus is not seen: ${controls[stop] ?? ''}`),
  ];
}

interface Stop {
  readonly stop: number;
  /** Whether an outline shows it, within the window. */
  readonly seen: boolean;
}

declare global {
  interface Window {
    reached: Stop[];
  }
}

/** Numbers the controls of a page, and notes from now on which the focus comes to. Runs in the browser. */
function watchStops(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
  );
  const choices = new Set<string>();
  const stops = [...all].filter((element) => {
    if (!element.checkVisibility() || (element as HTMLButtonElement).disabled) return false;
    const { type, name } = element as HTMLInputElement;
    return type !== 'radio' || choices.size < choices.add(name).size;
  });
  stops.forEach((element, at) => (element.dataset['stop'] = String(at)));
  window.reached = [];
  document.addEventListener('focusin', ({ target }) => {
    const element = target as HTMLElement;
    const stop = Number(element.dataset['stop']);
    if (Number.isNaN(stop) || window.reached.some((earlier) => earlier.stop === stop)) return;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    window.reached.push({ stop, seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 });
  });
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.collapse(document.body, 0);
  return stops.map(({ outerHTML }) => outerHTML.slice(0, 120));
}
