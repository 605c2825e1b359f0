import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Problem } from '../../platform/problem.js';
import { FILE_MEDIA_TYPES, type Suffix } from './media.js';
import { OpenApiService } from '../documentation/openapi.service.js';
import { PublicReadService } from './public-read.service.js';
import { readerLanguage } from './reader-language.js';
import { requestValidation } from './request-validation.pipe.js';
import { RouteTable } from './route-table.js';
import { MOST_JSON_BYTES } from '../submissions/submission-limits.js';

declare module 'fastify' {
  /** What a route says of itself with `RouteConfig`. */
  interface FastifyContextConfig {
    /** Public reads: forms of the answer, best first. */
    readonly offers?: readonly Suffix[];
    /** Whether it takes a file as its body, as a stream. */
    readonly takesFile?: boolean;
  }
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Pages of other sites may read. */
const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, x-request-id',
};

/** Sets up what belongs to the web server and not to one route. To be called before the application starts. */
export function setUpApi(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const routes = app.get(RouteTable);
  const reads = app.get(PublicReadService);
  server.setGenReqId(requestIds());
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.add(each, url);
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const { url = request.url, config } = request.routeOptions;
    if (!url.startsWith('/api/')) {
      done();
      return;
    }
    const isRead = READS.includes(request.method);
    if (isRead) reply.headers(SHARED);
    const goOn = (): void => {
      if (!reply.sent) done();
    };
    if (config.offers !== undefined) {
      const answering = reads.answerAtOnce(request, reply, config.offers);
      if (answering === undefined) goOn();
      else answering.then(goOn, done);
      return;
    }
    reply.headers({
      'cache-control': 'no-store',
      'content-language': readerLanguage(request),
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'OPTIONS') answerOptions(request, reply, routes);
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    if (!isRead && encoding !== 'identity') throw new Problem('encoded_body', 415, { encoding });
    goOn();
  });
  server.addContentTypeParser([...FILE_MEDIA_TYPES], (request, body, done) => {
    if (request.routeOptions.config.takesFile === true) done(null, body);
    else done(new Problem('unsupported_media_type', 415));
  });
  app.useBodyParser('application/json', { bodyLimit: MOST_JSON_BYTES });
  app.useGlobalPipes(requestValidation());
  app.get(OpenApiService).describe(app);
}

/** Names for requests: one start for each run of this process, then a count. */
function requestIds(): () => string {
  const run = randomUUID().slice(0, 13);
  let count = 0;
  return () => `${run}-${(count += 1).toString(36)}`;
}

/** Tells what an address answers to; an address without any is left to become a 404. */
function answerOptions(request: FastifyRequest, reply: FastifyReply, routes: RouteTable): void {
  const methods = routes.methodsOf(request.url.split('?')[0] ?? '');
  if (methods.length === 0) return;
  void reply
    .status(204)
    .headers({
      allow: ['OPTIONS', ...methods].join(', '),
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'accept, accept-language, if-none-match',
      'access-control-max-age': '86400',
    })
    .send();
}
