import { zip } from '../support/zip.js';
import type { AnswerTexts } from '../../src/submissions/checking/answers.js';
import { MUTATIONS } from './mutations.js';
import { Random } from './random.js';

/** A damaged file, made from its number alone. */
export interface MutatedFile {
  readonly content: Buffer;
  readonly answers: AnswerTexts;
  /** How it was made, so that it can be found again. */
  readonly made: string;
}

/** A workbook before it is zipped. */
const PARTS = [
  [
    'xl/workbook.xml',
    '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="S" r:id="a"/><sheet name="T" r:id="a"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>',
  ],
  [
    'xl/strings.xml',
    '<sst><si><t>country</t></si><si><t>indicator</t></si><si><t>year</t></si><si><t>value</t></si><si><t>source</t></si><si><t>KEN</t></si><si><t>UI_NETUSE</t></si></sst>',
  ],
  [
    'xl/styles.xml',
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  ],
  [
    'xl/sheet1.xml',
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row><row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2" t="s"><v>6</v></c><c r="C2"><v>2020</v></c><c r="D2" s="1"><v>0.5</v></c><c r="E2" t="inlineStr"><is><t>s</t></is></c></row></sheetData><mergeCells><mergeCell ref="E2:E3"/></mergeCells></worksheet>',
  ],
] as const;

const ANSWERS: readonly AnswerTexts[] = [
  { decimal: ',' },
  { decimal: '.' },
  { indicator: 'UI_NETUSE', source: 's' },
  { indicator: 'SS_SECSERV', source: 's', country: 'KEN' },
  { encoding: 'windows-1252' },
  { encoding: 'utf-16le' },
  { encoding: 'shift_jis' },
  { sheet: 'T' },
  { scale: '1000' },
  { mapping: 'A:country,B:value' },
  { part: 'sex:F' },
];

/** @param seeds whole files to damage */
export function mutatedFile(number: number, seeds: readonly Buffer[]): MutatedFile {
  const random = new Random(number);
  const made: string[] = [];
  const damage = (bytes: Buffer): Buffer => {
    const [name, mutation] = random.oneOf(Object.entries(MUTATIONS));
    made.push(name);
    return mutation(bytes, random, random.oneOf(seeds));
  };
  let content = random.isOnceIn(8)
    ? workbook((text) => damage(Buffer.from(text)).toString('latin1'), random)
    : random.oneOf(seeds);
  for (let times = 1 + random.below(3); times > 0; times--) content = damage(content);
  const answers = random.isOnceIn(3) ? random.oneOf(ANSWERS) : {};
  return { content, answers, made: `file ${String(number)}: ${made.join(', ')}; ${JSON.stringify(answers)}` };
}

/** A sound zip with a damaged part in it. */
function workbook(damaged: (text: string) => string, random: Random): Buffer {
  const at = random.below(PARTS.length);
  return zip(PARTS.map(([name, text], part) => ({ name, text: part === at ? damaged(text) : text })));
}
