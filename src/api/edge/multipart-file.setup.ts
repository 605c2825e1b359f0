import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { unended } from '../../platform/http/unended.js';
import { Problem } from '../../platform/problem.js';

const names = new WeakMap<FastifyRequest, string>();

/** The name a file had in the form it came in. */
export function sentFileName(request: FastifyRequest): string | undefined {
  return names.get(request);
}

/**
 * A form with a file stands for the file alone: its content becomes the body, its type that of the request. It is the
 * one part of the form.
 * @param mostBytes what is longer is cut just behind that, for the reader to refuse it
 */
export function setUpMultipartFiles(server: FastifyInstance, mostBytes: number): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const { takesFile, takesForm } = request.routeOptions.config;
    if (takesFile !== true || takesForm !== true) {
      done();
    } else if (request.body instanceof URLSearchParams) {
      done(new Problem('unsupported_media_type', 415));
    } else if (!request.isMultipart()) {
      done();
    } else {
      takeFile(request, mostBytes).then(() => {
        done();
      }, done);
    }
  });
}

/** @throws Problem file_needed (422), malformed_request (400) when something else comes before the file */
async function takeFile(request: FastifyRequest, mostBytes: number): Promise<void> {
  const parts = request.parts({
    limits: { files: 1, fields: 0, fileSize: mostBytes + 1 },
  });
  const first = await nextOf(parts);
  if (first?.type !== 'file') throw new Problem('file_needed', 422);
  names.set(request, first.filename.replace(/\p{Cc}/gu, '').slice(0, 200));
  request.headers['content-type'] = first.mimetype;
  request.body = Readable.from(onlyFile(first.file, parts), { objectMode: false });
}

/** @throws Problem malformed_request (400) when something comes after the file, while it is read */
async function* onlyFile(file: Readable, parts: Parts): AsyncGenerator<Buffer> {
  yield* unended(file);
  if ((await nextOf(parts)) !== undefined) throw new Problem('malformed_request', 400);
}

type Parts = ReturnType<FastifyRequest['parts']>;
type Part = Parts extends AsyncIterableIterator<infer Each> ? Each : never;

async function nextOf(parts: Parts): Promise<Part | undefined> {
  try {
    const next = await parts.next();
    return next.done === true ? undefined : next.value;
  } catch {
    throw new Problem('malformed_request', 400);
  }
}
