import { existsSync, readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);
const pages = readdirSync(new URL('reports/method/', root));

describe('the pages of the method', () => {
  it.each(pages)('names only files and folders that are there: %s', (page) => {
    const text = readFileSync(new URL(`reports/method/${page}`, root), 'utf8');
    const named = [
      ...[...text.matchAll(/`((?:src|seeds)\/[^`]*)`/g)].map(([, path = '']) => path),
      ...[...text.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, path = '']) => `reports/method/${path}`),
    ];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
