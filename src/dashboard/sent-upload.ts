import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/problem.js';
import { MOST_SENT_BYTES } from '../submissions/receiving/sent-limits.js';
import type { SpooledFile, SpoolService } from '../submissions/receiving/spool.service.js';
import { SentForm } from './sent-form.js';

/** A form with a file in it. */
export interface SentUpload {
  readonly form: SentForm;
  readonly file: SpooledFile;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Of a form with a file. */
export const MOST_FIELD_BYTES = 4_096;
export const MOST_FIELDS = 20;
/** What a form has around its file. */
const ENVELOPE = 64 * 1_024;

/**
 * Takes the file of a form to disk, gives it to `use` and lets it go afterwards.
 * @param admit looks at the fields before the file; what it throws refuses the file before it is taken
 * @throws Problem file_needed (422), file_too_large (413), no_space (507), malformed_request (400)
 */
export async function withUpload<Result>(
  request: FastifyRequest,
  spool: SpoolService,
  admit: (form: SentForm) => void,
  use: (upload: SentUpload) => Promise<Result>,
): Promise<Result> {
  if (!request.isMultipart()) throw new Problem('malformed_request', 400);
  if (Number(request.headers['content-length'] ?? 0) > MOST_SENT_BYTES + ENVELOPE) {
    throw new Problem('file_too_large', 413, { most: MOST_SENT_BYTES });
  }
  const fields = new URLSearchParams();
  const form = new SentForm(fields);
  let taken: Omit<SentUpload, 'form'> | undefined;
  try {
    for await (const part of parts(request)) {
      if (part.type === 'field') {
        const value = String(part.value);
        const isCut = part.valueTruncated || part.fieldnameTruncated;
        if (isCut || value.includes('\0')) throw new Problem('malformed_request', 400);
        fields.append(part.fieldname, value);
        continue;
      }
      admit(form);
      // Absent, whatever its type says, when no file was chosen.
      if (!part.filename) {
        part.file.resume();
        continue;
      }
      const file = await spool.take(part.file, MOST_SENT_BYTES);
      taken = { file, fileName: shownName(part.filename), mediaType: part.mimetype };
    }
    admit(form);
    if (taken === undefined) throw new Problem('file_needed', 422);
    return await use({ form, ...taken });
  } catch (error) {
    throw isRefusedForm(error) ? new Problem('malformed_request', 400) : error;
  } finally {
    await taken?.file.remove();
  }
}

function parts(request: FastifyRequest): ReturnType<FastifyRequest['parts']> {
  return request.parts({
    limits: {
      files: 1,
      fields: MOST_FIELDS,
      fieldSize: MOST_FIELD_BYTES,
      parts: MOST_FIELDS + 1,
      fileSize: MOST_SENT_BYTES + 1,
    },
  });
}

function shownName(name: string): string {
  return name.replace(/\p{Cc}/gu, '').slice(0, 200);
}

/** What the reader of forms says of one that it cannot read. */
function isRefusedForm(error: unknown): boolean {
  return (
    error instanceof Error && /^FST_|premature|multipart|boundary/i.test(`${codeOf(error)} ${error.message}`)
  );
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
