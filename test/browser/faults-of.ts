import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ownRules } from './own-rules.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What a page in a browser lacks for those who cannot see it, use no mouse or see little, one line each: what axe finds
 * against WCAG 2.2, levels A and AA, and what its rules leave out. A page that was opened without script stays as it
 * is; only the rules run on it.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // Said twice, since the session of its own only passes on what is new to it.
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
    const own = await page.evaluate(ownRules);
    return [...new Set([...own, ...(await page.evaluate(axeFaults, TAGS))])];
  } finally {
    await session.detach();
  }
}

/** What axe tells of a text whose contrast it cannot compute. */
interface ContrastFound {
  readonly messageKey?: string;
  readonly bgColor?: string;
}

/**
 * Contrast that axe cannot compute is a fault as well: it is to be plain on what ground a text stands. Not so of text in
 * drawings, whose colours are computed in the tests of the palette, and of cells that a scrolling table cuts off here.
 */
async function axeFaults(tags: string[]): Promise<string[]> {
  const { axe: loaded } = globalThis as unknown as { readonly axe: typeof axe };
  const { violations, incomplete } = await loaded.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations', 'incomplete'],
  });
  // Of a single letter that is cut off, axe says only that it is short: it found no ground.
  const isCutOff = ({ messageKey, bgColor }: ContrastFound): boolean =>
    messageKey === 'elmPartiallyObscured' || (messageKey === 'shortTextContent' && bgColor === undefined);
  const undecided = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((rule) => ({
      ...rule,
      nodes: rule.nodes.filter(
        ({ html, any }) => !html.startsWith('<text') && !isCutOff((any[0]?.data ?? {}) as ContrastFound),
      ),
    }));
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
