import type { ByteSource } from '../../src/submissions/reading/byte-source.js';

/** Bytes as if they lay on disk, given out in chunks of one size. */
export function bytesInMemory(content: Buffer | string, chunkSize = 65_536): ByteSource {
  const bytes = Buffer.from(content);
  return {
    byteSize: bytes.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- a disk would be waited for
    async *open(from = 0) {
      for (let at = from; at < bytes.length; at += chunkSize) {
        yield bytes.subarray(at, Math.min(bytes.length, at + chunkSize));
      }
    },
  };
}
