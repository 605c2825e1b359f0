import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { unended } from '../../platform/http/unended.js';
import { Problem } from '../../platform/problem.js';
import type { SentContent } from '../../submissions/receiving/checking.service.js';
import type { SpoolService } from '../../submissions/receiving/spool.service.js';
import { requestValidation } from '../edge/request-validation.pipe.js';
import { MOST_SENT_BYTES } from '../../submissions/receiving/sent-limits.js';
import { SentRowsRequest } from './submission.request.js';

const shape = requestValidation();

/**
 * Gives what a request sends, a file spooled to disk or rows of a JSON body, to `use`, and lets it go afterwards.
 * @throws Problem `file_too_large` (413), `invalid_request` (400) when a JSON body has another shape
 */
export async function withSentContent<Result>(
  request: FastifyRequest,
  spool: SpoolService,
  use: (content: SentContent) => Promise<Result>,
): Promise<Result> {
  if (!(request.body instanceof Readable)) {
    const target = { type: 'body', metatype: SentRowsRequest } as const;
    const { rows } = (await shape.transform(request.body ?? {}, target)) as SentRowsRequest;
    return use({ rows });
  }
  if (Number(request.headers['content-length'] ?? 0) > MOST_SENT_BYTES) {
    throw new Problem('file_too_large', 413, { most: MOST_SENT_BYTES });
  }
  const file = await spool.take(unended(request.body), MOST_SENT_BYTES);
  try {
    return await use({ file });
  } finally {
    await file.remove();
  }
}
