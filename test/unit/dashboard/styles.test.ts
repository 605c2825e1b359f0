import { readdirSync, readFileSync } from 'node:fs';
import { contrast, darkTheme, hues, lightTheme } from '../../../src/charts/palette.js';

const folder = 'src/dashboard/styles';
const files = readdirSync(folder).map((name) => ({ name, css: readFileSync(`${folder}/${name}`, 'utf8') }));
const styles = files.map(({ css }) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '')).join('\n');
const pages = readdirSync('src/dashboard', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(`src/dashboard/${name}`, 'utf8'));
const tokens = files.find(({ name }) => name === 'tokens.css')?.css ?? '';
const [light = '', dark = ''] = tokens.split('@media screen and (prefers-color-scheme: dark)');

/** Value of a token as a scheme sets it, for the whole page or for the place of one hue. */
function valueIn(scheme: string, token: string, place = ':root'): string {
  const rules = scheme.slice(scheme.indexOf(`${place} {`));
  return new RegExp(`--${token}: ([^;]+);`).exec(rules.slice(0, rules.indexOf('}')))?.[1] ?? '';
}

describe.each([
  ['light', light, lightTheme],
  ['dark', dark, darkTheme],
] as const)('the %s colours', (mode, scheme, theme) => {
  it('hold 4.5:1 for all words on both grounds, and 3:1 for all marks', () => {
    const grounds = [valueIn(scheme, 'ground'), valueIn(scheme, 'faint')];
    const words = [
      ...['text', 'quiet', 'link'].map((token) => valueIn(scheme, token)),
      ...hues.map((_, at) => valueIn(scheme, 'hue', `.hue-${String(at)}`)),
    ];
    const marks = [
      valueIn(scheme, 'neutral'),
      ...hues.map((_, at) => valueIn(scheme, 'mark', `.hue-${String(at)}`)),
    ];
    for (const ground of grounds) {
      for (const word of words) expect([word, contrast(word, ground) >= 4.5]).toEqual([word, true]);
      for (const mark of marks) expect([mark, contrast(mark, ground) >= 3]).toEqual([mark, true]);
    }
  });

  it('are those that charts are drawn in', () => {
    expect([valueIn(scheme, 'ground'), valueIn(scheme, 'text'), valueIn(scheme, 'quiet')]).toEqual([
      theme.ground,
      theme.text,
      theme.quietText,
    ]);
    expect(hues.map((_, at) => valueIn(scheme, 'mark', `.hue-${String(at)}`))).toEqual(
      hues.map((hue) => hue[mode].mark),
    );
  });
});

describe('the style sheet', () => {
  it('names colours among the tokens only', () => {
    const others = files.filter(({ name }) => name !== 'tokens.css');
    expect(
      others.flatMap(({ name, css }) =>
        (css.match(/#[\da-f]{3,8}\b(?=[^{}]*[;}])/gi) ?? []).map((colour) => [name, colour]),
      ),
    ).toEqual([]);
  });

  it('knows a start and an end, not a left and a right', () => {
    const physical =
      /(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|top|bottom)\s*:/g;
    expect(styles.match(physical) ?? []).toEqual([]);
    expect(styles).not.toMatch(/text-align:\s*(?:left|right)/);
  });

  const classes = new Set([...styles.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name));

  it('holds no class that no page has', () => {
    const literals = pages.flatMap((page) => page.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? []);
    const words = new Set(literals.flatMap((literal) => literal.split(/[^\w-]+/)));
    const begun = literals.flatMap((literal) =>
      [...literal.matchAll(/([\w-]+-)\$\{/g)].map(([, start = '']) => start),
    );
    expect(
      [...classes].filter((name) => !words.has(name) && !begun.some((start) => name.startsWith(start))),
    ).toEqual([]);
  });

  it('knows every class that a page has', () => {
    const given = pages.flatMap((page) =>
      [...page.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    const hooks = ['corrections'];
    expect([...new Set(given)].filter((name) => !classes.has(name) && !hooks.includes(name))).toEqual([]);
  });
});
