import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { AccessService } from '../../access/access.service.js';
import { keyHash } from '../../access/key.js';
import { holdsKey } from '../../access/key-in-address.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { setUpRateLimits, type Keys } from '../../platform/http/rate-limit.setup.js';
import { Problem } from '../../platform/problem.js';
import { answerOptions, SHARED } from './cross-origin.js';
import { setUpJsonBodies } from './json-body.setup.js';
import { bearerKey } from './key.guard.js';
import { FILE_MEDIA_TYPES, FOR_PROGRAMS, requireAcceptable } from './media.js';
import { setUpMultipartFiles } from './multipart-file.setup.js';
import { MOST_SENT_BYTES } from '../../submissions/receiving/sent-limits.js';
import { OpenApiService } from '../documentation/openapi.service.js';
import { PublicReadService } from './public-read.service.js';
import { readerLanguage } from './reader-language.js';
import { requestValidation } from './request-validation.pipe.js';
import { RouteTable } from './route-table.js';
import { MOST_JSON_BYTES } from '../submissions/submission-limits.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];
const JSON_TYPES = ['application/json'];

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
    if (url.startsWith('/api/') && READS.includes(request.method)) reply.headers(SHARED);
    if (config.headers !== undefined) reply.headers(config.headers);
    done();
  });
  setUpRateLimits(server, app.get<Config>(CONFIG).rates, keysOf(app.get(AccessService)));
  server.addHook('onRequest', (request, reply, done) => {
    const { url, config } = request.routeOptions;
    if (holdsKey(request.url)) throw new Problem('key_in_address', 400);
    if (!FOR_PROGRAMS.test(url ?? request.url)) {
      done();
      return;
    }
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
      vary: 'accept, accept-language',
    });
    if (request.method === 'OPTIONS') answerOptions(request, reply, routes);
    else if (url !== undefined) requireAcceptable(request.headers.accept, config.produces ?? JSON_TYPES);
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    if (!READS.includes(request.method) && encoding !== 'identity') {
      throw new Problem('encoded_body', 415, { encoding });
    }
    goOn();
  });
  server.addContentTypeParser([...FILE_MEDIA_TYPES], (request, body, done) => {
    if (request.routeOptions.config.takesFile === true) done(null, body);
    else done(new Problem('unsupported_media_type', 415));
  });
  setUpJsonBodies(server, MOST_JSON_BYTES);
  setUpMultipartFiles(server, MOST_SENT_BYTES);
  app.useGlobalPipes(requestValidation());
  app.get(OpenApiService).describe(app);
}

/** How the rate limits know whose key it is, by its hash alone. */
function keysOf(access: AccessService): Keys {
  return {
    of: (authorization) => {
      const key = bearerKey(authorization);
      return key === undefined ? undefined : keyHash(key);
    },
    isInForce: async (hash) => (await access.actorOfHash(hash)) !== undefined,
  };
}

/** Names for requests: one start for each run of this process, then a count. */
function requestIds(): () => string {
  const run = randomUUID().slice(0, 13);
  let count = 0;
  return () => `${run}-${(count += 1).toString(36)}`;
}
