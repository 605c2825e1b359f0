import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { commandProgram } from '../../src/commands/program.js';
import { languages } from '../../src/language/language.js';
import { wordsOf } from '../../src/language/words.js';
import type { CountryReportResponse } from '../../src/api/reports/country-report.response.js';
import { summarySentence } from '../../src/reports/summary-sentence.js';
import { BriefService } from '../../src/reports/briefs/brief.service.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { isFull } from '../support/sample.js';
import { unpack } from '../unit/reports/package/unpacked.js';

/** The whole matrix by hand: TEST_FULL=1. Tuvalu and the Democratic People’s Republic of Korea have hardly any data. */
const COUNTRIES = isFull
  ? ['KEN', 'TUV', 'PRK', 'GBR', 'BRA', 'FRA', 'EGY', 'CHN', 'RUS', 'VCT']
  : ['KEN', 'PRK'];

let running: RunningApp;

beforeAll(async () => {
  running = await startApp({
    environment: { IWW_PUBLIC_URL: 'https://progress.example.org', IWW_REPORTS: 'test/files/reports' },
  });
});

afterAll(async () => {
  await running.close();
});

interface ReadPdf {
  readonly pages: readonly string[];
  /** All text in the order of the document, white space and marks of direction left out. */
  readonly text: string;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly tagged: boolean;
  /** Part of PDF/UA that it says it keeps to. */
  readonly accessible: string | undefined;
}

/** As a program that knows nothing of us reads it. */
async function readPdf(bytes: ArrayBuffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const { info, metadata } = await pdf.getMetadata();
  const facts = info as { readonly Title?: string; readonly Language?: string };
  const marks = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
  await pdf.destroy();
  return {
    pages,
    text: plain(pages.join(' ')),
    language: facts.Language,
    title: facts.Title,
    tagged: marks?.Marked === true,
    accessible: (metadata as { get(name: string): string | undefined } | null)?.get('pdfuaid:part'),
  };
}

interface Placed {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
}

/** The first page as the eye of an Arabic reader takes it: lines from the top, each from the right, numbers as they stand. */
async function readFromTheRight(bytes: ArrayBuffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const placed = items.filter(
    (item): item is (typeof items)[number] & Placed => 'str' in item && item.str !== '',
  );
  const lines = new Map<number, Placed[]>();
  for (const item of placed) {
    const height = Math.round((item.transform[5] ?? 0) / 2);
    lines.set(height, [...(lines.get(height) ?? []), item]);
  }
  await pdf.destroy();
  const left = ({ transform }: Placed): number => transform[4] ?? 0;
  return [...lines.entries()]
    .sort(([a], [b]) => b - a)
    .flatMap(([, line]) => line.sort((a, b) => left(b) - left(a)).map(({ str }) => str))
    .join('');
}

/** Ligatures of lam and alef are turned around where a line is read backwards by letters. */
function withTurnedLigatures(text: string): string {
  return text.replace(/\u0644([\u0622\u0623\u0625\u0627])/g, '$1\u0644');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200e\u200f\u2066-\u2069]|\p{Mn}/gu, '');
}

async function brief(path: string): Promise<{ readonly response: Response; readonly bytes: ArrayBuffer }> {
  const response = await fetch(`${running.url}/api/v1/reports/${path}`);
  return { response, bytes: await response.arrayBuffer() };
}

describe('a brief of a Member State', () => {
  it.each(COUNTRIES.flatMap((country) => languages.map((language) => [country, language] as const)))(
    'of %s in %s prints the numbers of the API',
    async (country, language) => {
      const { response, bytes } = await brief(`countries/${country}.pdf?lang=${language}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(bytes.byteLength).toBeLessThan(400_000);
      const pdf = await readPdf(bytes);
      expect(pdf.pages.length).toBeGreaterThanOrEqual(2);
      expect(pdf.pages.length).toBeLessThanOrEqual(4);
      expect(pdf).toMatchObject({
        language: expect.stringMatching(`^${language}`) as string,
        tagged: true,
        accessible: '1',
      });
      const told = await fetch(`${running.url}/api/v1/frameworks/iww?lang=${language}`);
      const { name: framework } = (await told.json()) as { readonly name: string };
      const title = wordsOf(language).t('brief.country.title', {
        country: wordsOf(language).area({ code: country, name: country }),
        framework,
      });
      if (language !== 'en') expect(plain(pdf.title ?? '')).toBe(plain(title));

      const json = await fetch(`${running.url}/api/v1/reports/countries/${country}?lang=${language}`);
      const report = (await json.json()) as CountryReportResponse;
      const words = wordsOf(language);
      const numbers = [
        ...report.principles.flatMap(({ score }) => score ?? []).map(words.score),
        ...report.commitments
          .filter(({ scored, links }) => scored && links.length > 0)
          .flatMap(({ score }) => score ?? [])
          .map(words.score),
        ...report.whatWouldItTake.flatMap(({ value, target }) => [words.value(value), words.value(target)]),
      ];
      const missing = numbers.map(plain).filter((number) => !pdf.text.includes(number));
      expect(missing).toEqual([]);
    },
  );
});

describe('a brief in Arabic', () => {
  it('reads from right to left, with its numbers in order', async () => {
    const { bytes } = await brief('countries/KEN.pdf?lang=ar');
    const json = await fetch(`${running.url}/api/v1/reports/countries/KEN?lang=ar`);
    const { summary } = (await json.json()) as CountryReportResponse;
    const sentence = plain(summarySentence(summary, wordsOf('ar')));
    expect(sentence).toMatch(/\d\d/);
    expect(plain(await readFromTheRight(bytes))).toContain(withTurnedLigatures(sentence));
  });
});

describe('the addresses of briefs', () => {
  it.each(['issues/ACCESS.pdf?lang=ar', 'communities/african-igf.pdf?lang=zh'])(
    'give %s tagged, with a name to save it under',
    async (path) => {
      const { response, bytes } = await brief(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="[\w-]+\.pdf"$/);
      const pdf = await readPdf(bytes);
      expect(pdf.tagged).toBe(true);
      expect(pdf.title).not.toBe('');
    },
  );

  it('take the Accept header, and tell who has it already', async () => {
    const address = `${running.url}/api/v1/reports/countries/KEN`;
    const first = await fetch(address, { headers: { accept: 'application/pdf' } });
    expect(first.headers.get('content-type')).toBe('application/pdf');
    const head = await fetch(`${address}.pdf`, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(first.headers.get('etag'));
    const again = await fetch(`${address}.pdf`, {
      headers: { 'if-none-match': head.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    await Promise.all([first.arrayBuffer(), head.arrayBuffer(), again.arrayBuffer()]);
  });

  it.each([
    ['countries/GRL.pdf', 'area_without_report'],
    ['countries/XXX.pdf', 'area_not_found'],
    ['issues/NOTHING.pdf', 'issue_not_found'],
  ])('say in a problem why %s is not there', async (path, code) => {
    const { response, bytes } = await brief(path);
    expect(response.status).toBe(404);
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
      type: expect.stringContaining(code) as string,
    });
  });

  it.each(['pdf', 'json'])(
    'refuse a kind of brief that is not there, or about something else, as %s',
    async (form) => {
      const { response, bytes } = await brief(`countries/KEN.${form}?report=issue-brief`);
      expect(response.status).toBe(400);
      expect(Buffer.from(bytes).toString()).toContain('country-sheet, member-state-brief');
    },
  );

  it('give a kind that somebody added as a folder', async () => {
    const { response, bytes } = await brief('countries/KEN.pdf?report=country-sheet&lang=fr');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="country-sheet-KEN-fr.pdf"');
    const { text } = await readPdf(bytes);
    expect(text).toContain(plain('En un coup d’œil'));
    expect(text).toContain(plain('no score'));
  });
});

it('the same state gives the same bytes', async () => {
  const briefs = running.app.get(BriefService);
  const [one, other] = [await briefs.memberState('KEN', 'en'), await briefs.memberState('KEN', 'en')];
  expect(one.pdf.equals(other.pdf)).toBe(true);
});

describe('the command briefs', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'iww-briefs-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const run = (...words: readonly string[]) => runCommand('briefs', ...words);
  async function runCommand(command: string, ...words: readonly string[]): Promise<readonly string[]> {
    const told: string[] = [];
    const program = commandProgram(
      (work) =>
        work({
          get: (service) => running.app.get(service, { strict: false }),
          close: () => Promise.resolve(),
        }),
      {
        line: (text) => void told.push(text),
        json: () => undefined,
        progress: (text) => void told.push(text),
      },
    );
    await program.parseAsync([command, '--out', directory, ...words], { from: 'user' });
    return told;
  }

  const wanted = ['--country', 'KEN,TUV', '--lang', 'en,ru'] as const;
  const whenOf = async (file: string): Promise<number> => (await stat(join(directory, file))).mtimeMs;

  it('writes each brief with a list of them and an archive', async () => {
    const told = await run(...wanted, '--zip', join(directory, 'all.zip'));
    expect(told.at(-2)).toMatch(/^█{20} 4 of 4 /);
    expect(told.at(-1)).toMatch(/^4 briefs, \d+ kB, in /);
    expect((await readdir(join(directory, 'ru'))).sort()).toEqual([
      'member-state-brief-KEN-ru.pdf',
      'member-state-brief-TUV-ru.pdf',
    ]);
    const list = await readFile(join(directory, 'briefs.csv'), 'utf8');
    expect(list.trim().split('\r\n')).toHaveLength(5);
    const page = await readFile(join(directory, 'index.html'), 'utf8');
    expect(page).toContain('<a href="ru/member-state-brief-KEN-ru.pdf">Кения</a>');
    expect((await stat(join(directory, 'all.zip'))).size).toBeGreaterThan(200_000);
  });

  it('makes only what is missing when it is called again', async () => {
    const [kept, gone] = ['en/member-state-brief-KEN-en.pdf', 'en/member-state-brief-TUV-en.pdf'];
    const before = await whenOf(kept);
    const bytes = await readFile(join(directory, gone));
    await rm(join(directory, gone));
    await run(...wanted);
    expect(await whenOf(kept)).toBe(before);
    expect((await readFile(join(directory, gone))).equals(bytes)).toBe(true);
  });

  it('makes everything again when the state is another', async () => {
    const file = 'en/member-state-brief-KEN-en.pdf';
    await writeFile(join(directory, 'made-from.txt'), 'another state');
    await writeFile(join(directory, file), 'old');
    await run('--country', 'KEN');
    expect((await readFile(join(directory, file))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses a kind, a country or a language that is not there', async () => {
    await expect(run('--report', 'novel')).rejects.toMatchObject({ code: 'brief_not_found' });
    await expect(run('--country', 'XXX')).rejects.toMatchObject({ code: 'area_not_found' });
    await expect(run('--lang', 'xx')).rejects.toMatchObject({ code: 'language_not_found' });
  });

  it('communication makes an archive for each State, which nothing sends', async () => {
    const told = await runCommand('communication', '--country', 'KEN', '--language', 'fr');
    expect(told.at(-1)).toMatch(/^One archive, \d+ kB, in .+ Nothing was sent: /);
    const archive = await unpack(await readFile(join(directory, 'fr/communication-KEN-fr.zip')));
    expect([...archive.files.keys()]).toEqual(['brief.pdf', 'introduction.pdf', 'letter.html', 'letter.txt']);
    const json = await fetch(`${running.url}/api/v1/reports/countries/KEN?lang=fr`);
    const { summary } = (await json.json()) as CountryReportResponse;
    expect(archive.text('letter.txt')).toContain(summarySentence(summary, wordsOf('fr')));
    expect(archive.text('letter.txt')).toContain('https://progress.example.org/fr/countries/KEN\n');
    const introduction = await readPdf(new Uint8Array(archive.files.get('introduction.pdf') ?? []).buffer);
    expect(introduction).toMatchObject({ language: 'fr', tagged: true, accessible: '1' });
    const page = await fetch(`${running.url}/fr/countries/KEN/letter`);
    expect(await page.text()).toContain(summarySentence(summary, wordsOf('fr')));
    await expect(runCommand('communication')).rejects.toThrow('--country KEN,TZA or --all');
  });
});
