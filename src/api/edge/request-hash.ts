import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { unended } from '../../platform/http/unended.js';
import { Problem } from '../../platform/problem.js';
import { MOST_SENT_BYTES } from '../../submissions/receiving/sent-limits.js';

/**
 * Tells what a request asks: a SHA-256 of its address and its body. A file is hashed while whoever reads the body reads
 * it, so that the hash is known once the file was read to its end.
 * @throws Problem file_too_large (413), while it is read
 */
export function hashOfRequest(request: FastifyRequest): () => string {
  const hash = createHash('sha256').update(request.url).update('\0');
  const { body } = request;
  if (body instanceof Readable) request.body = Readable.from(hashed(body, hash), { objectMode: false });
  else hash.update(JSON.stringify(body ?? null));
  return () => hash.copy().digest('hex');
}

/** The same of a request whose body nobody else will read. */
export async function hashOfUnreadRequest(request: FastifyRequest): Promise<string> {
  const hash = hashOfRequest(request);
  const { body } = request;
  if (body instanceof Readable) await finished(body.resume());
  return hash();
}

async function* hashed(body: Readable, hash: { update(chunk: Buffer): unknown }): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of unended(body)) {
    bytes += chunk.length;
    if (bytes > MOST_SENT_BYTES) throw new Problem('file_too_large', 413, { most: MOST_SENT_BYTES });
    hash.update(chunk);
    yield chunk;
  }
}
