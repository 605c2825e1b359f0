import { MEDIA_TYPES } from '../../src/api/edge/media.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName, sampleOf } from '../support/sample.js';
import { repeated, zip, type ZippedFile } from '../support/zip.js';
import { anyKeys, type Keys } from './keys.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEGABYTE = 1_000_000;

/** The parts of a workbook with one sheet, some of which are replaced or added. */
function workbook(...parts: readonly ZippedFile[]): Buffer {
  const all = new Map<string, ZippedFile>();
  for (const part of [
    { name: '_rels/.rels', text: relations(['r1', 'officeDocument', 'xl/workbook.xml']) },
    { name: 'xl/workbook.xml', text: book(1) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(
        ['s1', 'worksheet', 'worksheets/sheet1.xml'],
        ['t1', 'sharedStrings', 'sharedStrings.xml'],
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet('') },
    ...parts,
  ]) {
    all.set(part.name, part);
  }
  return zip([...all.values()]);
}

function relations(...list: readonly (readonly [string, string, string])[]): string {
  const all = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${all.join('')}</Relationships>`;
}

function book(sheets: number): string {
  const all = Array.from({ length: sheets }, (_, n) => `<sheet name="S${String(n)}" r:id="s1"/>`);
  return `<workbook><sheets>${all.join('')}</sheets></workbook>`;
}

const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

const SHEET = 'xl/worksheets/sheet1.xml';
const bombs: readonly (readonly [string, string, () => Buffer])[] = [
  [
    'a gigabyte of nothing',
    'unpacks_too_large',
    () => workbook({ name: SHEET, text: '', packed: repeated('', ' '.repeat(MEGABYTE), 1_000, '') }),
  ],
  [
    'a gigabyte that says it is small',
    'damaged_spreadsheet',
    () =>
      workbook({
        name: SHEET,
        text: '',
        packed: repeated('<worksheet><sheetData>', ' '.repeat(MEGABYTE), 1_000, ''),
        size: 1_000,
      }),
  ],
  [
    'empty rows just below the ratio',
    'sheet_too_sparse',
    () =>
      workbook({
        name: SHEET,
        text: '',
        packed: repeated(
          '<worksheet><sheetData>',
          noisy('<row></row>', 'row'),
          400,
          '</sheetData></worksheet>',
        ),
      }),
  ],
  [
    'one sheet under fifty names',
    'sheet_too_sparse',
    () =>
      workbook(
        { name: 'xl/workbook.xml', text: book(50) },
        {
          name: SHEET,
          text: '',
          packed: repeated(
            '<worksheet><sheetData>',
            noisy('<row></row>', 'row'),
            60,
            '</sheetData></worksheet>',
          ),
        },
      ),
  ],
  [
    'shared texts just below the ratio',
    'unpacks_too_large',
    () =>
      workbook(
        {
          name: 'xl/sharedStrings.xml',
          text: '',
          packed: repeated('<sst>', noisy('<si><t>a</t></si>', 'si'), 95, '</sst>'),
        },
        { name: SHEET, text: sheet('<row><c t="s"><v>0</v></c></row>') },
      ),
  ],
  [
    'a deep document',
    'damaged_spreadsheet',
    () => workbook({ name: SHEET, text: sheet('<row>'.repeat(100_000)) }),
  ],
  [
    'a deep list of relations',
    'damaged_spreadsheet',
    () => workbook({ name: '_rels/.rels', text: '<a>'.repeat(1_000_000) }),
  ],
  [
    'an element of a million attributes',
    'damaged_spreadsheet',
    () =>
      workbook({
        name: SHEET,
        text: sheet(`<row ${Array.from({ length: 1_000_000 }, (_, n) => `a${String(n)}=""`).join(' ')}/>`),
      }),
  ],
  [
    'a name without end',
    'damaged_spreadsheet',
    () => workbook({ name: SHEET, text: `<${'a'.repeat(10_000_000)}` }),
  ],
  [
    'a text without end',
    'damaged_spreadsheet',
    () =>
      workbook({ name: SHEET, text: sheet(`<row><c t="str"><v>${'a'.repeat(10_000_000)}</v></c></row>`) }),
  ],
  [
    'a comment without end',
    'damaged_spreadsheet',
    () => workbook({ name: SHEET, text: `<!--${'a'.repeat(10_000_000)}` }),
  ],
  [
    'entities that laugh',
    'damaged_spreadsheet',
    () =>
      workbook({
        name: SHEET,
        text: `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY b${String(n)} "${`&b${String(n - 1)};`.repeat(10)}">`).join('')}]>${sheet('<row><c t="str"><v>&b29;</v></c></row>')}`,
      }),
  ],
  [
    'an entity of a file',
    'damaged_spreadsheet',
    () =>
      workbook({
        name: SHEET,
        text: `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheet('<row><c t="str"><v>&x;</v></c></row>')}`,
      }),
  ],
  [
    'a sheet elsewhere',
    'damaged_spreadsheet',
    () =>
      workbook({
        name: 'xl/_rels/workbook.xml.rels',
        text: relations(['s1', 'worksheet', 'http://127.0.0.1:1/sheet.xml']),
      }),
  ],
  [
    'a sheet outside',
    'damaged_spreadsheet',
    () =>
      workbook({
        name: 'xl/_rels/workbook.xml.rels',
        text: relations(['s1', 'worksheet', '../../../../etc/passwd']),
      }),
  ],
  [
    'entries that climb',
    'damaged_spreadsheet',
    () => workbook({ name: '../../../tmp/evil.txt', text: 'evil' }, { name: '..\\evil.txt', text: 'evil' }),
  ],
  [
    'too many entries',
    'unpacks_too_large',
    () => workbook(...Array.from({ length: 20_000 }, (_, n) => ({ name: `x${String(n)}`, text: '' }))),
  ],
  [
    'sheets without number',
    'no_sheet_with_rows',
    () => workbook({ name: 'xl/workbook.xml', text: book(300_000) }),
  ],
  [
    'references that go round',
    'no_sheet_with_rows',
    () =>
      workbook({
        name: 'xl/_rels/workbook.xml.rels',
        text: relations(['s1', 'worksheet', 'workbook.xml'], ['t1', 'sharedStrings', 'workbook.xml']),
      }),
  ],
  [
    'cells in the farthest corner',
    'sheet_too_sparse',
    () =>
      workbook({
        name: SHEET,
        text: sheet(
          Array.from(
            { length: 50_000 },
            (_, n) => `<row r="${String(n + 1)}"><c r="XFD${String(n + 1)}"><v>1</v></c></row>`,
          ).join(''),
        ),
      }),
  ],
  [
    'merged cells without number',
    'no_usable_rows',
    () =>
      workbook({
        name: SHEET,
        text: `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(300_000)}</mergeCells></worksheet>`,
      }),
  ],
  [
    'formats without number',
    'no_sheet_with_rows',
    () =>
      workbook(
        {
          name: 'xl/styles.xml',
          text: `<styleSheet><numFmts>${'<numFmt numFmtId="164" formatCode="[[[[[[[[[[\\&quot;yy"/>'.repeat(100_000)}</numFmts></styleSheet>`,
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          text: relations(['s1', 'worksheet', 'worksheets/sheet1.xml'], ['t1', 'styles', 'styles.xml']),
        },
      ),
  ],
];

/** A megabyte of one element again and again, with words between that keep it from packing too well. */
function noisy(element: string, name: string): string {
  let text = '';
  for (let n = 0; text.length < MEGABYTE; n++) {
    text +=
      n % 12 === 0 ? element.replace(`<${name}>`, `<${name} a="${String((n * 7_919) % 100_003)}">`) : element;
  }
  return text;
}

describe(`a workbook that means harm (${sampleName})`, () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(() => running.close());

  it.each(sampleOf(bombs, 3))('is refused soon, and takes no room: %s', async (_what, code, make) => {
    const body = new Uint8Array(make());
    const before = process.memoryUsage().rss;
    let peak = before;
    const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const begun = performance.now();
    const answer = await fetch(`${running.url}/api/v1/submissions?mode=check`, {
      method: 'POST',
      headers: { ...keys.senderHeaders, 'content-type': MEDIA_TYPES.xlsx },
      body,
    });
    const text = await answer.text();
    clearInterval(watching);
    expect(JSON.parse(text)).toMatchObject({ type: `/problems/${code}`, status: answer.status });
    expect(text).not.toContain('root:');
    expect(peak - before).toBeLessThan(250_000_000);
    // A second where nobody else is at work; the two that are read longest have 30 MB of XML.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
