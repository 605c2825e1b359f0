import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility-faults.js';
import { axeViolations } from './axe-violations.js';

/** How a page is looked at: width in CSS pixels, light or dark. */
interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

export const WIDE_LIGHT: Look = { width: 1280, colorScheme: 'light' };
export const NARROW_DARK: Look = { width: 320, colorScheme: 'dark' };
export const ALL_LOOKS: readonly Look[] = [
  WIDE_LIGHT,
  { width: 1280, colorScheme: 'dark' },
  NARROW_DARK,
  { width: 320, colorScheme: 'light' },
];

/** What is wrong with a page for those who see little or not at all, look by look. */
export async function lookClosely(page: Page, name: string, looks = ALL_LOOKS): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const found = [...(await accessibilityFaults(page)), ...(await axeViolations(page))];
    faults.push(...found.map((fault) => `${name}, ${String(width)}, ${colorScheme}: ${fault}`));
  }
  return faults;
}
