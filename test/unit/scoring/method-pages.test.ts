import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Method } from '../../../src/catalogue/catalogue.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { messages } from '../../../src/language/messages.js';
import { examplesOf } from '../../../src/reports/method-chapter.js';
import { readMethodChapters } from '../../../src/reports/method-chapters.js';
import { workExample } from '../../../src/reports/method-example.js';
import { methodRules } from '../../../src/reports/method-rules.js';

const root = new URL('../../../', import.meta.url);
const pages = readdirSync(new URL('reports/method/', root)).filter((file) => file.endsWith('.md'));
const textOf = (page: string): string => readFileSync(new URL(`reports/method/${page}`, root), 'utf8');
const chapters = readMethodChapters();
const examples = chapters.flatMap((chapter) =>
  examplesOf(chapter).map((example) => ({ chapter: chapter.code, example, what: example.what })),
);

describe('the pages of the method', () => {
  let method: Method;

  beforeAll(async () => {
    ({ method } = await loadCatalogue('seeds'));
  });

  it.each(pages)('names only files and folders that are there: %s', (page) => {
    const text = textOf(page);
    const named = [
      ...[...text.matchAll(/`((?:src|seeds|reports)\/[^`]*)`/g)].map(([, path = '']) => path),
      ...[...text.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, path = '']) => `reports/method/${path}`),
    ];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  it.each(examples)('$chapter: the engine finds what is written of $what', ({ example }) => {
    const { lines } = workExample(example, method);
    expect(lines.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it.each(chapters)('$code has an example and a plain first paragraph', (chapter) => {
    expect(examplesOf(chapter).length).toBeGreaterThan(0);
    expect(chapter.lead).not.toMatch(/[`*_[|]/);
  });

  it('have every block of YAML read as an example', () => {
    const blocks = pages.flatMap((page) => textOf(page).match(/^ *```+ *ya?ml.*$/gm) ?? []);
    expect(blocks.length).toBe(examples.length);
    expect([...new Set(blocks)]).toEqual(['```yaml example']);
  });

  it('have an example of every rule', () => {
    const shown = new Set(examples.map(({ example }) => example.rule));
    expect([...methodRules.keys()].filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it('name every file of the engine as the code of a rule', () => {
    const texts = chapters.map(({ code }) => textOf(`${code}.md`)).join('\n');
    const files = readdirSync(new URL('src/scoring/engine/', root));
    expect(files.filter((file) => !texts.includes(`src/scoring/engine/${file}`))).toEqual([]);
  });

  it('begin with the five lines that readers of the service see', () => {
    const plain = textOf('README.md').replace(/\s+/g, ' ');
    const lines = [...(messages.get('en') ?? [])].filter(([key]) => key.startsWith('method.line.'));
    expect(lines.length).toBe(5);
    expect(lines.filter(([, line]) => !plain.includes(line))).toEqual([]);
  });
});
