import { encodeText } from '../../support/encode-text.js';
import { HEADER, type AwkwardFile } from './awkward-file.js';

const FRENCH = `${HEADER}\nCôte d'Ivoire,UI_NETUSE,2020,61.5,Enquête\nSénégal,UI_NETUSE,2020,7,Enquête\n`;
const RUSSIAN =
  'страна;показатель;год;значение;источник\nКазахстан;UI_NETUSE;2020;61,5;Бюро национальной статистики\nРоссия;UI_NETUSE;2020;7;Росстат\n';
const ARABIC =
  'البلد,المؤشر,السنة,القيمة,المصدر\nالمغرب,UI_NETUSE,2020,61.5,المندوبية السامية للتخطيط\nمصر,UI_NETUSE,2020,7,الجهاز المركزي\n';
const CHINESE =
  '国家,指标,年份,数值,来源\n中国,UI_NETUSE,2020,61.5,国家统计局\n肯尼亚,UI_NETUSE,2020,7,初步数字\n';
const SPANISH =
  'país;indicador;año;valor;fuente\nEspaña;UI_NETUSE;2020;61,5;Instituto Nacional de Estadística\nPerú;UI_NETUSE;2020;7;Encuesta\n';

const read = (first: string, second: string): readonly string[] => [
  `2 ${first} UI_NETUSE 2020 61.5`,
  `3 ${second} UI_NETUSE 2020 7`,
];
const TEXTS = [
  [
    'French',
    FRENCH,
    read('CIV', 'SEN'),
    ['utf-8', 'windows-1252', 'macintosh', 'ibm850', 'ibm437', 'utf-16le', 'utf-16be', 'iso-8859-15'],
  ],
  ['Spanish', SPANISH, read('ESP', 'PER'), ['windows-1252', 'macintosh', 'ibm850', 'iso-8859-15']],
  [
    'Russian',
    RUSSIAN,
    read('KAZ', 'RUS'),
    ['utf-8', 'windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic', 'utf-16le', 'utf-16be'],
  ],
  ['Arabic', ARABIC, read('MAR', 'EGY'), ['utf-8', 'windows-1256', 'iso-8859-6', 'utf-16le', 'utf-16be']],
  ['Chinese', CHINESE, read('CHN', 'KEN'), ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']],
] as const;
const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** Bytes that stand for letters. */
export const ENCODINGS: readonly AwkwardFile[] = [
  ...TEXTS.flatMap(([language, text, figures, encodings]) =>
    encodings.map((encoding): AwkwardFile => ({
      name: `${language} in ${encoding}`,
      content: encodeText(text, encoding),
      figures,
    })),
  ),
  {
    name: 'UTF-8 with a mark',
    content: `\ufeff${FRENCH}`,
    figures: read('CIV', 'SEN'),
    repairs: ['byte_order_mark'],
  },
  {
    name: 'UTF-16 with marks',
    content: Buffer.from(`\ufeff${FRENCH}`, 'utf16le'),
    figures: read('CIV', 'SEN'),
    repairs: ['byte_order_mark'],
  },
  {
    name: 'UTF-16 of big ends with a mark and tabs',
    content: Buffer.from(`\ufeff${FRENCH.replaceAll(',', '\t')}`, 'utf16le').swap16(),
    figures: read('CIV', 'SEN'),
    repairs: ['byte_order_mark'],
  },
  {
    name: 'UTF-16 cut in the middle of a character',
    content: Buffer.from(`\ufeff${FRENCH}`, 'utf16le').subarray(0, -1),
    refused: 'damaged_text',
  },
  { name: 'UTF-32', content: bytes([0xff, 0xfe, 0, 0], [0x63, 0, 0, 0]), refused: 'utf32_file' },
  {
    name: 'two marks',
    content: bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], FRENCH),
    figures: read('CIV', 'SEN'),
  },
  {
    name: 'a mark of UTF-8 before Windows-1252',
    content: bytes([0xef, 0xbb, 0xbf], [...encodeText(FRENCH, 'windows-1252')]),
    refused: 'not_utf8',
  },
  {
    name: 'UTF-8 with one damaged character',
    content: bytes(FRENCH, 'KEN,UI_NETUSE,2020,5,s', [0xc3], '\n'),
    refused: 'not_utf8',
  },
  {
    name: 'half UTF-8, half Windows-1252',
    content: bytes(FRENCH, [...encodeText('Türkiye,UI_NETUSE,2020,8,é\n', 'windows-1252')]),
    refused: 'not_utf8',
  },
  {
    name: 'UTF-8 of surrogates (CESU)',
    content: bytes(`${HEADER}\nKEN,UI_NETUSE,2020,5,`, [0xed, 0xa0, 0x81, 0xed, 0xb0, 0x80], '\n'),
    asked: ['encoding'],
  },
  {
    name: 'overlong UTF-8',
    content: bytes(`${HEADER}\nKEN,UI_NETUSE,2020,5,`, [0xc0, 0xaf], '\n'),
    asked: ['encoding'],
  },
  {
    name: 'letters and signs by turns, in no encoding',
    content: bytes([0xff, 0xd8], 'é'.repeat(301)),
    asked: ['encoding'],
  },
  {
    name: 'replacement characters',
    content: FRENCH.replaceAll('ê', '\ufffd'),
    figures: read('CIV', 'SEN'),
    repairs: ['lost_characters'],
  },
  {
    name: 'letters read twice (mojibake)',
    content: FRENCH.replace("Côte d'Ivoire", "CÃ´te d'Ivoire"),
    figures: ['3 SEN UI_NETUSE 2020 7'],
    problems: ['unknown_area 2A'],
  },
  { name: 'letters and accents apart', content: FRENCH.normalize('NFD'), figures: read('CIV', 'SEN') },
  { name: 'a NUL byte', content: bytes(FRENCH, [0], 'x\n'), refused: 'nul_bytes' },
  {
    name: 'control signs',
    content: FRENCH.replace('Enquête', 'Enq\u0007uête'),
    figures: ['3 SEN UI_NETUSE 2020 7'],
    problems: ['control_character 2E'],
  },
  {
    name: 'an encoding that the sender tells',
    content: encodeText(RUSSIAN, 'koi8-r'),
    answers: { encoding: 'koi8-r' },
    figures: read('KAZ', 'RUS'),
  },
  {
    name: 'an encoding that nobody knows',
    content: FRENCH,
    answers: { encoding: 'klingon' },
    refused: 'unknown_encoding',
  },
  {
    name: 'a wrong encoding told',
    content: FRENCH,
    answers: { encoding: 'us-ascii-7' },
    refused: 'unknown_encoding',
  },
];
