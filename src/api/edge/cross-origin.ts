import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteTable } from './route-table.js';

const EXPOSED = [
  'content-disposition',
  'deprecation',
  'etag',
  'link',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'sunset',
  'x-request-id',
];

/**
 * Pages of other sites may read what everybody may read. They may not show keys: those do not belong in pages, so
 * neither the Authorization header nor any write is allowed to them. Source: Fetch standard, CORS protocol.
 */
export const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED.join(', '),
};

const FOR_READS = {
  ...SHARED,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'accept, accept-language, if-none-match',
  'access-control-max-age': '86400',
};

/** Tells what an address answers to; an address without any is left to become a 404. */
export function answerOptions(request: FastifyRequest, reply: FastifyReply, routes: RouteTable): void {
  const methods = routes.methodsOf(request.url.split('?')[0] ?? '');
  if (methods.length === 0) return;
  void reply
    .status(204)
    .headers({
      allow: ['OPTIONS', ...methods].join(', '),
      vary: 'access-control-request-method',
      ...(methods.includes('GET') ? FOR_READS : {}),
    })
    .send();
}
