import type { Random } from './random.js';

/** One way to damage a file. */
export type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const SIGNS = [
  ...[
    '"',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\\',
    '\0',
    '\ufeff',
    '\u202e',
    '\u00a0',
    '\u001a',
    '""',
    '",',
    ',"',
  ],
  ...[
    '=',
    '-',
    '%',
    '.',
    '..',
    '(',
    'e',
    '<',
    '&',
    '\u2028',
    '\u0007',
    '\ufffd',
    'İ',
    '\u{1f4a9}',
    'e\u0301\u0301\u0301',
  ],
];
const NUMBERS = [
  ...[
    '1e999',
    '-0',
    '1,234',
    '1.234,5',
    "1'234",
    '٣٫٥',
    '0x10',
    'NaN',
    '-999',
    '5%',
    '<1',
    '1-2',
    '#REF!',
    '2015-16',
  ],
  ...[
    '99999999999999999999',
    '0.1e-400',
    'Jan-05',
    '1 234',
    '(5)',
    '５',
    '1e',
    '+',
    '0'.repeat(300),
    '1,2,3,4',
  ],
];
const ENCODINGS = ['latin1', 'utf16le', 'utf8', 'base64'] as const;
/** Sizes that are likely to be somebody's limit. */
const LENGTHS = [300, 5_000, 33_000, 70_000, 1_100_000];

const placeIn = (bytes: Buffer, random: Random): number => random.below(bytes.length + 1);

function sliceOf(bytes: Buffer, random: Random): Buffer {
  const start = placeIn(bytes, random);
  return bytes.subarray(start, start + random.below(1 + Math.min(2_000, bytes.length)));
}

function put(bytes: Buffer, at: number, middle: Buffer | string, over = 0): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(middle), bytes.subarray(at + over)]);
}

/** As text of which the bytes stay what they are. */
function inText(bytes: Buffer, change: (text: string) => string): Buffer {
  return Buffer.from(change(bytes.toString('latin1')), 'latin1');
}

function inLines(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  return inText(bytes, (text) => change(text.split('\n')).join('\n'));
}

/** Ways to damage any file, be it text or not. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let times = 1 + random.below(8); times > 0 && changed.length > 0; times--) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  'bytes put in': (bytes, random) =>
    put(
      bytes,
      placeIn(bytes, random),
      Buffer.from(Array.from({ length: 1 + random.below(6) }, () => random.below(256))),
    ),
  'cut off': (bytes, random) => bytes.subarray(0, placeIn(bytes, random)),
  'beginning cut off': (bytes, random) => bytes.subarray(placeIn(bytes, random)),
  'part taken out': (bytes, random) => put(bytes, placeIn(bytes, random), '', random.below(40)),
  'part doubled': (bytes, random) => put(bytes, placeIn(bytes, random), sliceOf(bytes, random)),
  'part of another file': (bytes, random, other) =>
    put(bytes, placeIn(bytes, random), sliceOf(other, random)),
  'other file behind': (bytes, _random, other) => Buffer.concat([bytes, other]),
  'sign put in': (bytes, random) => put(bytes, placeIn(bytes, random), random.oneOf(SIGNS)),
  'sign put in everywhere': (bytes, random) => {
    const sign = Buffer.from(random.oneOf(SIGNS)).toString('latin1');
    return inText(bytes, (text) =>
      text.replace(/[,;\t]/g, (before) => (random.isOnceIn(3) ? sign + before : before)),
    );
  },
  'quote opened': (bytes, random) =>
    inText(bytes, (text) =>
      text.replaceAll(/[,;\t]/g, (before) => (random.isOnceIn(20) ? `${before}"` : before)),
    ),
  'delimiter changed': (bytes, random) => {
    const [from, to] = [random.oneOf([',', ';', '\t']), random.oneOf([',', ';', '\t', '|', ' ', ''])];
    return inText(bytes, (text) => text.replaceAll(from, () => (random.isOnceIn(2) ? to : from)));
  },
  'lines swapped': (bytes, random) =>
    inLines(bytes, (lines) => lines.toSorted(() => (random.isOnceIn(3) ? 1 : random.isOnceIn(2) ? -1 : 0))),
  'lines doubled': (bytes, random) =>
    inLines(bytes, (lines) => lines.flatMap((line) => (random.isOnceIn(3) ? [line, line] : [line]))),
  'header taken out': (bytes) => inLines(bytes, (lines) => lines.slice(1)),
  'cells moved': (bytes, random) =>
    inLines(bytes, (lines) => lines.map((line) => (random.isOnceIn(4) ? `,${line}` : line))),
  'numbers replaced': (bytes, random) =>
    inText(bytes, (text) =>
      text.replace(/\d[\d.,]*/g, (before) =>
        random.isOnceIn(3) ? Buffer.from(random.oneOf(NUMBERS)).toString('latin1') : before,
      ),
    ),
  'words replaced by words of the file': (bytes, random) =>
    inText(bytes, (text) => {
      const words = text.match(/[^\s,;]+/g) ?? [''];
      return text.replace(/[^\s,;]+/g, (before) => (random.isOnceIn(4) ? random.oneOf(words) : before));
    }),
  'huge cell': (bytes, random) => {
    const cell = random.oneOf(['x', '1', ',', '"', '(', ' ', '\n', 'é']).repeat(random.oneOf(LENGTHS));
    return put(bytes, placeIn(bytes, random), cell);
  },
  'letters mixed': (bytes, random) => {
    const at = placeIn(bytes, random);
    const [from, to] = [random.oneOf(ENCODINGS), random.oneOf(ENCODINGS)];
    return put(bytes, at, Buffer.from(bytes.subarray(at).toString(from), to), bytes.length);
  },
  'bytes swapped by two': (bytes) => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16(),
  'repeated many times': (bytes, random) => {
    const times = Math.min(1 + random.below(300), Math.ceil(300_000 / (bytes.length + 1)));
    return Buffer.concat(Array.from({ length: times }, () => bytes));
  },
};
