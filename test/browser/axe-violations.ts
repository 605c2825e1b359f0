import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on a page against WCAG 2.2, levels A and AA: rule and place, one line each. A page that was opened
 * without script stays as it is; only axe runs on it.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // Said twice, since the session of its own only passes on what is new to it.
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
    return await page.evaluate(async (values) => {
      const { axe: loaded } = globalThis as unknown as { readonly axe: typeof axe };
      const { violations } = await loaded.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    }, TAGS);
  } finally {
    await session.detach();
  }
}
