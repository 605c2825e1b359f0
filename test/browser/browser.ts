import { chromiumPath } from './chromium.mjs';

export { openBrowser } from './chromium.mjs';

/** `describe` where a Chromium is found; elsewhere skipped, and said. */
export const describeInBrowser = chromiumPath === undefined ? describe.skip : describe;

if (chromiumPath === undefined) {
  console.warn('No Chromium was found: browser tests are skipped. Name one in CHROMIUM_PATH to run them.');
}
