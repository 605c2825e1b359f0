import { chromiumPath, openBrowser } from '../test/browser/chromium.mjs';
import { median } from './measure.mjs';

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER_PROCESSOR = 4;
const NARROW = { width: 390, height: 844 };
const PAINTED = { overview: '/en/', country: '/en/countries/KEN', issue: '/en/issues/ACCESS' };

/** What somebody does on a page. Each step is one interaction. */
const DONE = {
  'typing in the search': {
    path: '/en/search',
    act: (page) => type(page, 'main input[type=search], main input[name=q]', 'kenya'),
  },
  'walking along a chart': {
    path: '/en/countries/KEN',
    act: (page) => press(page, 'main canvas, main figure [tabindex="0"]', 'ArrowRight', 8),
  },
  'opening what is folded': {
    path: '/en/countries/KEN',
    act: (page) => click(page, 'main details summary', 4),
  },
  'opening the menu': { path: '/en/countries/KEN', act: (page) => click(page, 'header button', 2) },
  'moving through the years of a map': {
    path: '/en/indicators/UI_NETUSE',
    act: async (page) => {
      await page.locator('details:has(iww-chart[kind=map]) > summary').first().click();
      await page.locator('iww-chart[kind=map]').first().scrollIntoViewIfNeeded();
      const slider = page.locator('main input[type=range]').first();
      await slider.waitFor({ timeout: 15_000 }).catch(() => undefined);
      return await press(page, 'main input[type=range]', 'ArrowLeft', 6);
    },
  },
};

/**
 * Pages on a slow line and a processor four times slower, in a real browser with an empty cache: when the largest part
 * is painted, and how long after what somebody does the next picture comes.
 */
export async function benchPages(url, { turns }, note) {
  if (chromiumPath === undefined) {
    note('pages on slow 4G', 'not measured: no Chromium; name one in CHROMIUM_PATH', '');
    return;
  }
  const browser = await openBrowser();
  try {
    for (const [name, path] of Object.entries(PAINTED)) {
      const times = [];
      for (let turn = 0; turn < Math.max(turns, 5); turn++)
        times.push(await largestPaint(browser, url + path));
      note(`${name}, largest paint on slow 4G`, `${median(times).toFixed(0)} ms`, 'below 2,500 ms');
    }
    for (const [name, { path, act }] of Object.entries(DONE)) {
      const { slowest, where } = await slowestAnswer(browser, url + path, act);
      const said = slowest === undefined ? 'nothing to do it with' : `${slowest.toFixed(0)} ms (${where})`;
      note(`${name}, to the next paint`, said, 'below 200 ms');
    }
  } finally {
    await browser.close();
  }
}

/** A page with nothing in its cache. @returns what `look` gives, once the page came to rest */
async function onSlowPage(browser, address, line, look) {
  const context = await browser.newContext({ viewport: NARROW });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
    await page.addInitScript(watchPaints);
    await page.goto(address, { waitUntil: 'networkidle' });
    return await look(page);
  } finally {
    await context.close();
  }
}

function largestPaint(browser, address) {
  return onSlowPage(browser, address, SLOW_4G, async (page) => {
    await page.waitForFunction('largestPaint > 0');
    await page.waitForTimeout(500);
    return await page.evaluate('largestPaint');
  });
}

/** Of all that somebody does, the longest until the next paint, in milliseconds; `undefined`: nothing was there. */
function slowestAnswer(browser, address, act) {
  return onSlowPage(browser, address, { ...SLOW_4G, downloadThroughput: -1, latency: 0 }, async (page) => {
    if (!(await act(page))) return {};
    await page.waitForTimeout(500);
    return await page.evaluate('({ slowest: answers.slowest, where: answers.where })');
  });
}

/** Runs in the page, before anything else. An event shorter than 16 ms is not told: it counts as 0. */
function watchPaints() {
  globalThis.largestPaint = 0;
  globalThis.answers = { slowest: 0, where: '' };
  new globalThis.PerformanceObserver((list) => {
    globalThis.largestPaint = list.getEntries().at(-1)?.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new globalThis.PerformanceObserver((list) => {
    for (const { duration, interactionId, name } of list.getEntries()) {
      if (interactionId === 0 || duration <= globalThis.answers.slowest) continue;
      globalThis.answers = { slowest: duration, where: name };
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

async function type(page, selector, text) {
  const field = page.locator(selector).first();
  if ((await field.count()) === 0) return false;
  await field.focus();
  for (const letter of text) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(250);
  }
  return true;
}

async function press(page, selector, key, times) {
  const place = page.locator(selector).first();
  if ((await place.count()) === 0) return false;
  await place.scrollIntoViewIfNeeded();
  await place.focus();
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  return true;
}

async function click(page, selector, most) {
  const visible = page.locator(selector).filter({ visible: true });
  const count = Math.min(most, await visible.count());
  for (let at = 0; at < count; at++) {
    await visible.nth(at).click();
    await page.waitForTimeout(250);
  }
  return count > 0;
}
