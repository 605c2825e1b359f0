import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TypstService } from '../../../../src/reports/briefs/typst.service.js';

let directory: string;
let typst: TypstService;
let program: URL;

beforeAll(async () => {
  directory = mkdtempSync(join(process.cwd(), 'node_modules', '.typst-'));
  const outfile = join(directory, 'typst.worker.mjs');
  const entry = join('src', 'reports', 'briefs', 'typst.worker.ts');
  await build({
    ...{ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' },
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(join(process.cwd(), 'src/reports/briefs/x.ts')).href),
    },
  });
  program = pathToFileURL(outfile);
  const reports = mkdtempSync(join(tmpdir(), 'iww-reports-'));
  const folder = (name: string, template: string): void => {
    mkdirSync(join(reports, name));
    writeFileSync(join(reports, name, 'report.json'), '{"about": "country"}');
    writeFileSync(join(reports, name, 'template.typ'), template);
  };
  const head = '#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title, date: none)\n';
  folder('good', `${head}= #data.title`);
  folder('faulty', `${head}#data.nothing`);
  folder('strange', `${head}#text(font: "Noto Sans", fallback: false)[𓀀]`);
  typst = new TypstService({ reportsDirectory: reports });
});

afterAll(async () => {
  await typst.onModuleDestroy();
  rmSync(directory, { recursive: true });
});

const data = JSON.stringify({ title: 'A title' });
const make = (name: string, content = data): Promise<Buffer> =>
  typst.pdf({ template: `/${name}/template.typ`, data: content }, program);

describe('documents', () => {
  it('are made in a thread, each from its own data', async () => {
    const titles = ['One', 'Two', 'Three'];
    const made = await Promise.all(titles.map((title) => make('good', JSON.stringify({ title }))));
    const told = made.map((pdf) => /\/Title \((\w+)\)/.exec(pdf.toString('latin1'))?.[1]);
    expect(told).toEqual(titles);
  });

  it('are made on when a thread has made its share', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => make('good')));
    expect(new Set(made.map((pdf) => pdf.length)).size).toBe(1);
  });

  it('are the same to the byte from the same data', async () => {
    const [one, other] = await Promise.all([make('good'), make('good')]);
    expect(one.equals(other)).toBe(true);
  });

  it('are tagged even with a letter that no font has', async () => {
    const pdf = (await make('strange')).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/MarkInfo');
  });

  it('fail with the words of the compiler when the template is at fault, and the next one is made', async () => {
    const [faulty, good] = await Promise.allSettled([make('faulty'), make('good')]);
    expect(faulty).toMatchObject({ status: 'rejected' });
    expect(String((faulty as PromiseRejectedResult).reason)).toContain('nothing');
    expect(good.status).toBe('fulfilled');
  });
});
