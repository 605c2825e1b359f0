import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../platform/problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether it takes what the forms of pages send. */
    readonly takesForm?: boolean;
  }
}

export const MOST_FORM_BYTES = 512 * 1024;
/** A character that no text of a database holds, encoded or not. */
const NUL = /%00|\0/;
const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/** Takes in forms: fields as `URLSearchParams`, those with a file as a stream of parts; by routes that expect one. */
export function setUpForms(server: FastifyInstance): void {
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    const isForm = FORM.test(request.headers['content-type'] ?? '');
    const isWanted = request.routeOptions.config.takesForm === true;
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    if (isForm && !isWanted) done(new Problem('unsupported_media_type', 415));
    else if (isForm && encoding !== 'identity') done(new Problem('encoded_body', 415, { encoding }));
    else done(isWanted && isForeign(request) ? new Problem('form_expired', 403) : null);
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MOST_FORM_BYTES },
    (_request, body, done) => {
      const form = String(body);
      if (NUL.test(form)) done(new Problem('malformed_request', 400));
      else done(null, new URLSearchParams(form));
    },
  );
  // Not awaited: that would start the server's boot before Nest has put its error handler in place.
  void server.register(multipart, { throwFileSizeLimit: false });
}

/** Whether a browser says that another site sends the form. Not all of them say it: the form's token decides. */
function isForeign({ headers }: FastifyRequest): boolean {
  return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
}
