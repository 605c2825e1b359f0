import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { transform } from 'esbuild';
import { prepare, root } from '../../bin/prepare.mjs';
import { installation } from '../../bench/server.mjs';
import { openBrowser } from './chromium.mjs';
import { contactSheet } from './contact-sheet.mjs';
import { signInAll } from './gallery-people.mjs';

// Pictures of every page, to be looked at by people: each language, narrow and wide, light and dark, and all of a page
// beside each other on a sheet. `npm run gallery -- --out DIR [--lang en,ar,zh] [--only PATTERN] [--url URL [--key KEY]]`.
// Without an address it starts an installation of its own. The pages of people who signed in are seen there, and where
// the key of an administrator is given; that makes keys and sends figures, so not to a service that is in use.

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    lang: { type: 'string', default: 'en,ar,zh' },
    only: { type: 'string', default: '' },
    url: { type: 'string' },
    key: { type: 'string' },
  },
});
const out = resolve(values.out ?? '');
if (values.out === undefined || !relative(root, out).startsWith('..')) {
  console.error('Name a folder outside of the repository: npm run gallery -- --out DIR');
  process.exit(1);
}

const LOOKS = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
];

const { publicPages, embeddedPages, peoplePages, pagesOf } = await pageList();
const wanted = new RegExp(values.only);
await mkdir(out, { recursive: true });
const place = await mkdtemp(join(tmpdir(), 'iww-gallery-'));
const browser = await openBrowser();
try {
  const { url, key, stop } = await service();
  const { people, receipts } =
    key === undefined ? { people: [], receipts: {} } : await signInAll(browser, url, key);
  const rooms = [
    { role: 'everybody', context: await browser.newContext(), paths: [...publicPages, ...embeddedPages] },
    ...people.map((person) => ({ ...person, paths: peoplePages[person.role] })),
  ];
  for (const { role, context, paths } of rooms) {
    const page = await context.newPage();
    for (const path of await pagesOf(url, paths, receipts)) {
      for (const language of values.lang.split(','))
        await take(page, `${url}/${language}/${path}`, nameOf(role, path, language));
    }
  }
  await stop();
} finally {
  await browser.close();
  await rm(place, { recursive: true, force: true });
}

/** How the pictures of a page are called, which is also what a pattern is held against. */
function nameOf(role, path, language) {
  return `${role}-${path.replaceAll(/\W+/g, '-') || 'overview'}-${language}`;
}

/** The four pictures of a page, and their sheet. */
async function take(page, address, name) {
  if (!wanted.test(name)) return;
  await page.goto(address, { waitUntil: 'load' });
  const pictures = [];
  for (const { width, colorScheme } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await seeAll(page);
    const picture = await page.screenshot({ fullPage: true });
    await writeFile(join(out, `${name}-${width}-${colorScheme}.png`), picture);
    pictures.push({ picture, width });
  }
  await writeFile(join(out, `sheet-${name}.png`), await contactSheet(pictures));
  console.log(name);
}

/** Goes down the page and back, so that what is drawn on sight is drawn. */
async function seeAll(page) {
  const height = await page.evaluate('document.documentElement.scrollHeight');
  for (let top = 0; top < height; top += 800) await page.evaluate(`scrollTo(0, ${String(top)})`);
  await page.waitForLoadState('networkidle');
  await page.evaluate('scrollTo(0, 0)');
  await page.waitForTimeout(100);
}

async function service() {
  if (values.url !== undefined) return { url: values.url, key: values.key, stop: () => undefined };
  prepare();
  const own = installation(place);
  const { url, stop } = await own.start();
  const { key } = await own.command('key:create', '--global', 'administrator', '--name', 'Gallery');
  return { url, key, stop };
}

/** The list is TypeScript, for the tests. */
async function pageList() {
  const source = await readFile(new URL('page-list.ts', import.meta.url), 'utf8');
  const { code } = await transform(source, { loader: 'ts' });
  return await import(`data:text/javascript,${encodeURIComponent(code)}`);
}
