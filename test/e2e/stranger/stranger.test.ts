import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { AccessService } from '../../../src/access/access.service.js';
import { startApp, type RunningApp } from '../../support/running-app.js';
import { sampleOf } from '../../support/sample.js';
import { SENDING } from '../keys.js';

const run = promisify(execFile);

describe('a program written against the description by a stranger', () => {
  let running: RunningApp;
  let directory: string;
  let journey: string;

  beforeAll(async () => {
    running = await startApp();
    directory = await mkdtemp(join(tmpdir(), 'iww-stranger-'));
    await symlink(resolve('node_modules'), join(directory, 'node_modules'));
    await writeFile(join(directory, 'package.json'), '{"type":"module"}');
    const description = (await (await fetch(`${running.url}/api/v1/openapi.json`)).json()) as object;
    await writeFile(join(directory, 'paths.d.ts'), astToString(await openapiTS(JSON.stringify(description))));
    journey = await readFile(join(import.meta.dirname, 'journey.ts.txt'), 'utf8');
  }, 120_000);

  afterAll(async () => {
    await running.close();
    await rm(directory, { recursive: true });
  });

  it('is of the right types, and comes to its end', async () => {
    expect(await compiled('journey', journey)).toEqual([]);
    const { key } = await running.app
      .get(AccessService)
      .createKey({ community: SENDING, roles: ['submitter'], name: 'Stranger' });
    const { stdout } = await run(process.execPath, [join(directory, 'journey.js'), running.url, key]);
    expect(JSON.parse(stdout)).toEqual({
      unit: 'string',
      pages: true,
      paged: true,
      checked: { rows: 2, good: 1, bad: 1, skipped: 0, problems: 1 },
      status: 201,
      again: true,
      state: 'received',
      fault: [['not_a_number', 3]],
      problem: [['invalid_cursor', '?cursor']],
      explained: 200,
    });
  }, 120_000);

  const WRONG = [
    ['a parameter of another type', 'limit: 7', "limit: 'seven'"],
    ['a field that there is not', 'followed.data?.state', 'followed.data?.condition'],
    ['an address that there is not', "'/api/v1/indicators'", "'/api/v1/indicator'"],
  ] as const;
  it.each(sampleOf(WRONG, WRONG.length))('is told at once of %s', async (_what, right, wrong) => {
    expect(journey).toContain(right);
    expect(await compiled('wrong', journey.replaceAll(right, wrong))).not.toEqual([]);
  });

  /** Compiles the program beside the types. @returns what is wrong with it */
  async function compiled(name: string, text: string): Promise<readonly string[]> {
    await writeFile(join(directory, `${name}.ts`), text);
    const program = ts.createProgram([join(directory, `${name}.ts`)], {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node'],
      typeRoots: [join(directory, 'node_modules/@types')],
      skipLibCheck: true,
    });
    program.emit();
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').slice(0, 400));
  }
});
