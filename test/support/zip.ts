import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * A file of an archive; `size` is what the archive says it unpacks to, when that is not true; `packed` what it holds in
 * place of the text.
 */
export interface ZippedFile {
  readonly name: string;
  readonly text: string;
  readonly size?: number;
  readonly packed?: Packed;
}

/** A text in the form it has in an archive. */
export interface Packed {
  readonly bytes: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** A zip archive of some files. */
export function zip(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, text, size, packed: { bytes: packed, ...real } = packedText(text) } of files) {
    const sizes = [real.crc, packed.length, size ?? real.size] as const;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    sizes.forEach((value, index) => local.writeUInt32LE(value, 14 + index * 4));
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    sizes.forEach((value, index) => central.writeUInt32LE(value, 16 + index * 4));
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(place, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    place += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function packedText(text: string): Packed {
  const raw = Buffer.from(text);
  return { bytes: deflateRawSync(raw), size: raw.length, crc: crc32(raw) };
}

/** Packs so many repetitions of a text without making them. */
export function repeated(before: string, text: string, times: number, after: string): Packed {
  const open = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const raw = Buffer.from(text);
  let crc = crc32(before);
  for (let n = 0; n < times; n++) crc = crc32(raw, crc);
  const pieces = Array.from<Buffer>({ length: times }).fill(deflateRawSync(raw, open));
  return {
    bytes: Buffer.concat([deflateRawSync(before, open), ...pieces, deflateRawSync(after, { level: 9 })]),
    size: Buffer.byteLength(before) + times * raw.length + Buffer.byteLength(after),
    crc: crc32(after, crc),
  };
}
