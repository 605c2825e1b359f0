import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { preferredLanguage } from '../language/language.js';
import { Problem } from '../platform/problem.js';
import { OpenApiService } from './openapi.service.js';
import { problemDocument } from './problem-document.js';
import { readerLanguage } from './reader-language.js';
import { requestValidation } from './request-validation.pipe.js';
import { RouteTable } from './route-table.js';
import { MOST_JSON_BYTES } from './submission-limits.js';

/** Sets up what belongs to the web server and not to one route. To be called before the application starts. */
export function setUpApi(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const routes = app.get(RouteTable);
  server.setGenReqId(() => randomUUID());
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.add(each, url);
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const path = request.url.split('?')[0] ?? '';
    if (!path.startsWith('/api/')) return;
    reply.headers({
      'cache-control': 'no-store',
      'content-language': readerLanguage(request),
      'x-content-type-options': 'nosniff',
    });
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, link, x-request-id',
    });
    const methods = routes.methodsOf(path);
    if (request.method !== 'OPTIONS' || methods.length === 0) return;
    await reply
      .status(204)
      .headers({
        allow: ['OPTIONS', ...methods].join(', '),
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'accept, accept-language, if-none-match',
        'access-control-max-age': '86400',
      })
      .send();
  });
  server.addContentTypeParser('text/csv', (_request, body, done) => {
    done(null, body);
  });
  app.useBodyParser('application/json', { bodyLimit: MOST_JSON_BYTES });
  app.useGlobalPipes(requestValidation());
  app.get(OpenApiService).describe(app);
}

/** Answers addresses that cannot be read, and so reach no route and no filter. For the web server's own options. */
export function answerUnreadableAddress(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const status = error.statusCode === 414 ? 414 : 400;
  const problem = new Problem('unreadable_address', status);
  const requestId = randomUUID();
  const instance = request.raw.url?.split('?')[0] ?? '';
  const language = preferredLanguage(request.headers['accept-language']);
  void reply
    .status(status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'x-request-id': requestId,
    })
    .send(JSON.stringify(problemDocument(problem, { instance, requestId }, language)));
}
