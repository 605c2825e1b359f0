import { sourceLanguage } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { problemDocument } from '../edge/problem-document.js';

/** A problem of each status, as it is told. */
const EXAMPLES: Readonly<Record<number, Problem>> = {
  400: new Problem('invalid_request', 400, {}, [
    { code: 'invalid_cursor', pointer: '?cursor', value: 'abc' },
  ]),
  401: new Problem('key_needed', 401),
  403: new Problem('four_eyes', 403),
  404: new Problem('no_such_address', 404, { path: '/api/v1/observation' }),
  406: new Problem('not_acceptable', 406, { accept: 'text/html', allowed: 'application/json, text/csv' }),
  409: new Problem('already_decided', 409, { state: 'accepted' }),
  410: new Problem('release_not_reproducible', 410, { id: '2026-1' }),
  412: new Problem('stale_version', 412, { state: 'accepted' }),
  413: new Problem('body_too_large', 413),
  415: new Problem('unsupported_media_type', 415),
  422: new Problem('idempotency_key_reused', 422, { key: '8e03978e-40d5-43dd-bc93-6894a57f9324' }),
  428: new Problem('precondition_required', 428, {
    address: '/api/v1/submissions/0123456789abcdef0123456789abcdef',
  }),
  429: new Problem('too_many_requests', 429, { seconds: 41 }),
  500: new Problem('internal', 500),
  501: new Problem('oembed_format', 501, { format: 'yaml' }),
  503: new Problem('database_unavailable', 503),
  507: new Problem('no_space', 507),
};

/** How an operation tells of a failure; `undefined` for a status that has no problem. */
export function problemExample(status: number, path: string): object | undefined {
  const problem = EXAMPLES[status];
  if (problem === undefined) return undefined;
  return problemDocument(problem, { instance: path, requestId: '5f0c8a1e-3b52-2f' }, sourceLanguage);
}
