import type { Page } from 'playwright-core';
import { isFull, seed } from '../support/sample.js';
import { faultsOf } from './faults-of.js';

/** How a page is seen: width in CSS pixels, light or dark. */
export interface Look {
  readonly width: 320 | 1280;
  readonly colorScheme: 'light' | 'dark';
}

const looks: readonly Look[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
];

/**
 * The looks to see a page in that is opened in several ways: all of them, or one that moves on with each way, each page
 * and each run, so that the ways to open it are seen each in another look.
 */
export function looksFor(turn: number): readonly Look[] {
  return isFull ? looks : looks.filter((_, at) => at === (turn + seed) % looks.length);
}

/** Charts follow the width of the window a moment later. */
export async function seeAs(page: Page, { width, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
    await page.waitForTimeout(500);
}

/** What is wrong with a page for those who see little or not at all, look by look. */
export async function lookClosely(page: Page, name: string, turn: number): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looksFor(turn)) {
    await seeAs(page, look);
    const found = await faultsOf(page);
    faults.push(...found.map((fault) => `${name}, ${String(look.width)}, ${look.colorScheme}: ${fault}`));
  }
  return faults;
}
