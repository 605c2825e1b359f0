import { readFile } from 'node:fs/promises';
import papaparse from 'papaparse';
import type { Page } from 'playwright-core';
import { Keyboard } from './keyboard.js';
import { lookClosely } from './look.js';

/** Rows of a file, header first. */
type Cells = string[][];

/**
 * Somebody at a browser who contributes or decides, by keyboard alone. Finds what to press by what it is, never by its
 * words.
 */
export class Visit {
  /** What was wrong on the pages that were looked at: those that were given a name, once each. */
  readonly faults: string[] = [];
  readonly keys: Keyboard;
  private readonly seen = new Set<string>();

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly language: string,
  ) {
    this.keys = new Keyboard(page);
  }

  async open(path: string, name?: string): Promise<void> {
    await this.page.goto(`${this.url}/${this.language}/${path}`);
    await this.look(name);
  }

  async signIn(key: string): Promise<void> {
    await this.open('sign-in');
    await this.keys.write('#key', key);
    await this.press('form[action$="/sign-in"] button');
  }

  /** Presses a button or follows a link to the page behind it. */
  async press(selector: string, name?: string): Promise<void> {
    await this.keys.follow(selector);
    await this.look(name);
  }

  /** @returns the cells of the CSV behind a link */
  async download(selector: string): Promise<Cells> {
    const download = await this.keys.download(selector);
    const text = await readFile(await download.path(), 'utf8');
    return papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  }

  /** Chooses a file with these cells on the page where one contributes, and has it checked. */
  async upload(cells: readonly (readonly string[])[], fileName: string, name?: string): Promise<void> {
    await this.open('contribute');
    const buffer = Buffer.from(papaparse.unparse(cells.map((line) => [...line])));
    await this.keys.attach('#file', { name: fileName, mimeType: 'text/csv', buffer });
    await this.press('#send form button', name);
  }

  /** Takes a step that the page of a submission offers. */
  async step(step: string, name?: string): Promise<void> {
    await this.press(`form[action$="/${step}"] button[type=submit]`, name);
  }

  /** Decides on the submission that is open, ticking the first row's value and the second's source. */
  async decide(verdict: 'accept' | 'return' | 'reject', reason: string, name?: string): Promise<void> {
    if (verdict === 'return') {
      await this.tick('.value', 0);
      await this.tick('.source', 1);
    }
    await this.keys.pick('decision', verdict);
    await this.keys.write('#reason', reason);
    await this.press('form.decide button[type=submit]', name);
  }

  /** Of the submission whose page is open. */
  get receipt(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  private async tick(column: string, at: number): Promise<void> {
    const cell = await this.page.locator(`input[name=cell][value$="${column}"]`).nth(at).inputValue();
    await this.keys.tick(`input[name=cell][value="${cell}"]`);
  }

  private async look(name: string | undefined): Promise<void> {
    if (name === undefined || this.seen.has(name)) return;
    this.seen.add(name);
    this.faults.push(...(await lookClosely(this.page, name, this.seen.size)));
  }
}

/** Writes into the row of an indicator, by the codes that heads of columns carry in every language. */
export function write(cells: Cells, indicator: string, values: Readonly<Record<string, string>>): void {
  const [heads = []] = cells;
  const columnOf = (name: string): number =>
    heads.findIndex((head) => head === name || head.endsWith(`(${name})`));
  const row = cells.findLast((line) => line[columnOf('indicator')] === indicator);
  if (row === undefined) throw new RangeError(`There is no row of ${indicator}.`);
  for (const [name, value] of Object.entries(values)) row[columnOf(name)] = value;
}
