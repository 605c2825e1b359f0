import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '../problem.js';

/** Of a host with or without a port, IPv6 in brackets. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** The path of an address that names its host as well, as programs behind a proxy ask for it. */
export function originForm({ url = '' }: Pick<IncomingMessage, 'url'>): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?#]*\/?/i, '/');
}

/** Refuses requests to no host, and takes no notice of what a client expects, which we never promise. */
export function setUpRequestLine(server: FastifyInstance): void {
  server.addHook('onRequest', ({ headers, raw }, _reply, done) => {
    const { host } = headers;
    const isNamed = host === undefined ? raw.httpVersion === '1.0' : HOST.test(host);
    done(isNamed ? undefined : new Problem('malformed_request', 400));
  });
  server.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    server.routing(request, response);
  });
}
