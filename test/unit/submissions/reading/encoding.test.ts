import fc from 'fast-check';
import { Problem } from '../../../../src/platform/problem.js';
import { detectEncoding } from '../../../../src/submissions/reading/detect-encoding.js';
import { openGrid } from '../../../../src/submissions/reading/open-grid.js';
import { bytesInMemory } from '../../../support/bytes-in-memory.js';
import { encodeText } from '../../../support/encode-text.js';

const TEXTS = {
  western: "country,source\nCôte d'Ivoire,Institut de la statistique\nTürkiye,España y Perú\n",
  french: "pays,remarque\nCôte d'Ivoire,à vérifier\nRéunion,donnée estimée\n",
  polish: 'kraj,źródło\nPolska,Główny Urząd Statystyczny\nNiemcy,wartość szacunkowa\n',
  czech: 'země,zdroj\nČesko,Český statistický úřad\n',
  hungarian: 'ország,forrás\nMagyarország,előzetes érték\n',
  russian: 'страна,год,источник\nКазахстан,2015,Бюро национальной статистики\n',
  arabic: 'البلد,السنة,المصدر\nالمغرب,2015,المندوبية السامية للتخطيط\n',
  greek: 'χώρα,έτος\nΕλλάδα,2015\nΚύπρος,2016\n',
  hebrew: 'מדינה,שנה\nישראל,2015\n',
  turkish: 'ülke,yıl\nTürkiye,2015\nYunanistan,değişti\n',
  baltic: 'šalis,šaltinis\nLietuva,Valstybės duomenų agentūra\nLatvija,Centrālā statistikas pārvalde\n',
  thai: 'ประเทศ,ปี\nไทย,2015\n',
  chinese: '国家,年份,来源\n中国,2015,国家统计局\n肯尼亚,2016,初步数字\n',
  traditional: '國家,年份,來源\n臺灣,2015,主計總處\n',
  japanese: '国名,年,出典\n日本,2015,総務省統計局\nケニア,2016,推計\n',
  korean: '국가,연도,출처\n대한민국,2015,통계청\n케냐,2016,추정\n',
} as const;

const WRITTEN_IN: readonly (readonly [keyof typeof TEXTS, readonly string[]])[] = [
  ['western', ['windows-1252', 'macintosh', 'ibm850', 'utf-16le', 'utf-16be', 'utf-8']],
  ['french', ['windows-1252', 'macintosh', 'ibm850', 'ibm437', 'iso-8859-15']],
  ['polish', ['windows-1250', 'iso-8859-2', 'ibm852']],
  ['czech', ['windows-1250', 'iso-8859-2']],
  ['hungarian', ['windows-1250', 'iso-8859-2']],
  ['russian', ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic', 'utf-16le']],
  ['arabic', ['windows-1256', 'iso-8859-6', 'utf-16le', 'utf-16be']],
  ['greek', ['windows-1253', 'iso-8859-7']],
  ['hebrew', ['windows-1255']],
  ['turkish', ['windows-1254']],
  ['baltic', ['windows-1257']],
  ['thai', ['windows-874']],
  ['chinese', ['gb18030', 'utf-16le']],
  ['traditional', ['big5']],
  ['japanese', ['shift_jis', 'euc-jp']],
  ['korean', ['euc-kr']],
];

describe('encodings of text files', () => {
  for (const [language, encodings] of WRITTEN_IN) {
    it.each(encodings)(`reads ${language} text in %s without being told`, async (encoding) => {
      const grid = await openGrid(bytesInMemory(encodeText(TEXTS[language], encoding)));
      expect(await textOf(grid.rows())).toBe(TEXTS[language]);
      expect(grid.questions).toEqual([]);
    });
  }

  it('says which encoding was read, with an example', async () => {
    const grid = await openGrid(bytesInMemory(encodeText(TEXTS.french, 'ibm850')));
    expect(grid.encoding).toBe('ibm850');
    expect(grid.repairs).toContainEqual(
      expect.objectContaining({
        code: 'encoding',
        params: { encoding: 'ibm850' },
        example: expect.objectContaining({ row: 2, after: "Côte d'Ivoire" }),
      }),
    );
  });

  it('takes a byte order mark off', async () => {
    const grid = await openGrid(bytesInMemory('\ufeffcountry,year\nKEN,2015\n'));
    expect(await textOf(grid.rows())).toBe('country,year\nKEN,2015\n');
    expect(grid.repairs.map(({ code }) => code)).toEqual(['byte_order_mark']);
  });

  it('asks when words of no language come out', async () => {
    const grid = await openGrid(
      bytesInMemory(Buffer.from('code,note\nA,\xe3\xe4\xf0\nB,\xf5\xdf\xe3\n', 'latin1')),
    );
    expect(grid.questions).toEqual([expect.objectContaining({ code: 'encoding' })]);
    const [question] = grid.questions;
    expect(question?.choices.length).toBeGreaterThan(1);
    expect(new Set(question?.example?.readings).size).toBeGreaterThan(1);
  });

  it('reads in the encoding it is told', async () => {
    const bytes = Buffer.from('code,note\nA,\xe3\xe4\xf0\n', 'latin1');
    const grid = await openGrid(bytesInMemory(bytes), { encoding: 'windows-1251' });
    expect(grid.questions).toEqual([]);
    expect(await textOf(grid.rows())).toBe('code,note\nA,гдр\n');
  });

  it.each([
    ['UTF-8 with a line of another encoding', ['Türkiye\nCuraçao\n', 'España\n'], 'not_utf8', { line: 3 }],
    [
      'another encoding with a line of UTF-8',
      ['Curaçao\n', 'España\nPerú\nTürkiye\nRéunion\n'],
      'not_utf8',
      { line: 2 },
    ],
  ] as const)('refuses %s, with the line', async (_, [utf8, latin], code, params) => {
    const bytes = Buffer.concat([Buffer.from(utf8), Buffer.from(latin, 'latin1')]);
    await expect(detectEncoding(bytesInMemory(bytes))).rejects.toMatchObject({ code, params });
  });

  it.each([
    ['an empty character', 'a,b\n1,\0\n', 'nul_bytes'],
    ['four-byte characters', '\xff\xfe\0\0a\0\0\0', 'utf32_file'],
    ['bytes that are no text', '\x02\x03\x04\x05\x06\x07\x08\x80', 'binary_file'],
    ['half a two-byte character', '\xff\xfea\0,\0b', 'damaged_text'],
  ])('refuses %s', async (_, bytes, code) => {
    const reading = openGrid(bytesInMemory(Buffer.from(bytes, 'latin1'))).then((grid) => textOf(grid.rows()));
    await expect(reading).rejects.toMatchObject({ code });
  });

  it('reads valid UTF-8 as it stands, however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (cells, chunkSize) => {
          const text = cells.map((cell) => `x${cell.replace(/[\p{Cc}"\ufeff\ufffd]/gu, ' ')}x`).join('\n');
          const grid = await openGrid(bytesInMemory(`head\n${text}`, chunkSize), { delimiter: '\t' });
          expect(grid.encoding).toBe('utf-8');
          expect(await textOf(grid.rows())).toBe(`head\n${text}\n`);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers any bytes with a grid or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        try {
          const grid = await openGrid(bytesInMemory(Buffer.from(bytes), 64));
          await textOf(grid.rows());
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 300 },
    );
  });
});

async function textOf(
  rows: AsyncIterable<readonly { readonly cells: readonly string[] }[]>,
): Promise<string> {
  let text = '';
  for await (const batch of rows) for (const { cells } of batch) text += `${cells.join(',')}\n`;
  return text;
}
