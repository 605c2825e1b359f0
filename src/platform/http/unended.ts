import type { Readable } from 'node:stream';

/** The bytes of a request. Whoever stops reading them does not end the connection, which an answer still has to take. */
export function unended(body: Readable): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer> };
}
