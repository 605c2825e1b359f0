/** Bytes that lie on disk and can be read again and again, from any place. */
export interface ByteSource {
  readonly byteSize: number;
  /** @param from place of the first byte, 0 = the beginning */
  open(from?: number): AsyncIterable<Uint8Array>;
}

/** The first bytes, at most `size`. */
export async function headOf(source: ByteSource, size: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= size) break;
  }
  return Buffer.concat(parts).subarray(0, size);
}
