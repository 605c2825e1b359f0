import { pieceDecoder } from '../../src/submissions/reading/text-decoding.js';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Text as bytes of a one-byte or two-byte encoding, found by decoding all there are. */
export function encodeText(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new RangeError(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    try {
      const decoder = pieceDecoder(encoding);
      const character = decoder.decode(Buffer.from(bytes)) + decoder.end();
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // no character
    }
  };
  for (let first = 0; first < 256; first++) add(first);
  if (!['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'].includes(encoding)) return table;
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) add(first, second);
  return table;
}
