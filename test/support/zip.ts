import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; `size` is what the archive says it unpacks to, when that is not true. */
export interface ZippedFile {
  readonly name: string;
  readonly text: string;
  readonly size?: number;
}

/** A zip archive of some files. */
export function zip(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, text, size } of files) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const sizes = [crc32(raw), packed.length, size ?? raw.length] as const;
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
