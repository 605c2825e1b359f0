import papaparse from 'papaparse';
import type { AreaScoreResponse } from '../../../src/api/reports/area-score.response.js';
import type { DistributionResponse } from '../../../src/api/reports/report-head.response.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { wordsOf } from '../../../src/language/words.js';
import { pdfText } from '../../support/pdf-text.js';

export const words = wordsOf('en');
export const catalogue = await loadCatalogue('seeds');

type Row = Readonly<Record<string, string>>;
export type Numbers = Readonly<Record<string, number | null>>;
/** A row of a table: how it is found, and what it says. */
export type Told = readonly [where: Row, says: Numbers];
/** A row of a page: what its head leads to, and the numbers that are printed in it one after another. */
export type Printed = readonly [href: string, numbers: readonly string[]];

type Kind =
  'principles' | 'goals' | 'objectives' | 'commitments' | 'issues' | 'actionLines' | 'sdgTargets' | 'groups';

export function codesOf(kind: Kind): readonly string[] {
  return (catalogue[kind] ?? []).map((thing) => ('id' in thing ? thing.id : thing.code));
}

const app = { url: '' };

/** Where everything is read from here on. */
export function readFrom(url: string): void {
  app.url = url;
}

export const get = (address: string): Promise<Response> => fetch(app.url + address);

export async function json<Answer>(path: string, query = ''): Promise<Answer> {
  const response = await get(`/api/v1/reports/${path}.json${query}`);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

export async function page(path: string): Promise<string> {
  const response = await get(`/en/${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

export async function pageRows(path: string): Promise<readonly Printed[]> {
  return rowsOf(await page(path));
}

/** Rows whose head is a link, with the numbers in their cells. */
export function rowsOf(html: string): readonly Printed[] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].flatMap(([, row = '']): readonly Printed[] => {
    const href = /<th scope="row">.*?<a href="([^"]+)"/s.exec(row)?.[1];
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);
    const text = cells.join(' ').replaceAll(/<[^>]+>/g, ' ');
    return href === undefined ? [] : [[href, [...text.matchAll(/-?\d[\d,]*(\.\d+)?/g)].map(([n]) => n)]];
  });
}

/** Every row is there, those with the same head in this order, with these numbers one after another. */
export function expectRows(rows: readonly Printed[], printed: readonly Printed[]): void {
  const left = new Map<string, (readonly string[])[]>();
  for (const [href, numbers] of rows) left.set(href, [...(left.get(href) ?? []), numbers]);
  for (const [href, numbers] of printed) {
    const own = left.get(href) ?? [];
    const found = own.findIndex((all) => isRun(numbers, all));
    expect([href, numbers, found < 0 ? own : 'found']).toEqual([href, numbers, 'found']);
    left.set(href, own.slice(found + 1));
  }
}

function isRun(run: readonly string[], all: readonly string[]): boolean {
  return `|${all.join('|')}|`.includes(`|${run.join('|')}|`) || run.length === 0;
}

export async function expectTable(path: string, told: readonly Told[]): Promise<void> {
  const text = await (await get(`/api/v1/reports/${path}.csv`)).text();
  const { data } = papaparse.parse<Row>(text, { header: true, skipEmptyLines: true });
  const found = new Map<string, Map<string, Row>>();
  for (const [where, says] of told) {
    const columns = Object.keys(where);
    const key = (row: Row): string => columns.map((column) => row[column]).join(' ');
    const rows = found.get(columns.join(' ')) ?? new Map(data.toReversed().map((row) => [key(row), row]));
    found.set(columns.join(' '), rows);
    const row = rows.get(key(where));
    const cells = Object.keys(says).map((column) => [column, row?.[column]]);
    const expected = Object.entries(says).map(([column, number]) => [column, String(number ?? '')]);
    expect([where, cells]).toEqual([where, expected]);
  }
}

export function quartilesOf(one: DistributionResponse): Numbers {
  return {
    members: one.members,
    with_score: one.withScore,
    median: one.median,
    lower_quartile: one.lowerQuartile,
    upper_quartile: one.upperQuartile,
    improving: one.improving,
  };
}

export function distributionRow(one: DistributionResponse): Printed {
  const median = one.median === null ? [] : [words.score(one.median)];
  return [`/en/regions/${one.group.code}`, [...median, String(one.withScore), String(one.members)]];
}

/** A score and, once it is known, its range. */
export function scored({
  score,
  scoreLow,
  scoreHigh,
}: Pick<AreaScoreResponse, 'score' | 'scoreLow' | 'scoreHigh'>): readonly string[] {
  return [score, scoreLow, scoreHigh].flatMap((number) => (number === null ? [] : [words.score(number)]));
}

export function count({ withScore, members }: DistributionResponse): string {
  return words.t('distribution.count', { count: withScore, all: members });
}

/** Text of a brief as a program that knows nothing of us reads it, without white space. */
export async function briefText(path: string): Promise<string> {
  const response = await get(`/api/v1/reports/${path}.pdf`);
  expect([path, response.status]).toEqual([path, 200]);
  return plain(await pdfText(await response.arrayBuffer()));
}

export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** What stands right behind a text, wherever it stands. */
export function after(text: string, name: string): string {
  const [, ...parts] = text.split(plain(name));
  return parts.map((part) => part.slice(0, 60)).join(' ');
}
