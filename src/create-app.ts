import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { setUpApi } from './api/edge/api.setup.js';
import { answerUnreadableAddress, answerUnreadableRequest } from './api/edge/unreadable-request.js';
import { AppModule } from './app.module.js';
import { setUpPageFailures } from './dashboard/page-failures.setup.js';
import type { Config } from './platform/config.js';
import { SERVER_LIMITS } from './platform/http/server-limits.js';
import { LogLines } from './platform/http/log-lines.service.js';
import { MetricsService } from './platform/http/metrics.service.js';
import { OpenRequestsService } from './platform/http/open-requests.service.js';
import { setUpRequestLog } from './platform/http/request-log.setup.js';
import { originForm, setUpRequestLine } from './platform/http/request-line.setup.js';
import { setUpSecurityHeaders } from './platform/http/security-headers.setup.js';
import { setUpUnreadBodies } from './platform/http/unread-bodies.setup.js';

/** The web application, ready to listen. The caller closes it before the database. */
export async function createApp(config: Config, dataSource: DataSource): Promise<NestFastifyApplication> {
  const lines = new LogLines(config.log);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config, dataSource),
    new FastifyAdapter({
      ...SERVER_LIMITS,
      forceCloseConnections: true,
      return503OnClosing: false,
      clientErrorHandler: answerUnreadableRequest,
      frameworkErrors: answerUnreadableAddress,
      rewriteUrl: originForm,
      routerOptions: { ignoreTrailingSlash: true },
      skipMiddie: true,
      trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    }),
    { logger: lines, abortOnError: false, bodyParser: false },
  );
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  app.get(OpenRequestsService).watch(server);
  setUpRequestLog(server, app.get(MetricsService), lines);
  setUpSecurityHeaders(server, config);
  setUpRequestLine(server);
  setUpUnreadBodies(server);
  setUpPageFailures(app, server);
  setUpApi(app);
  return app;
}

/** The rooms without a web server, for commands. */
export async function createContext(
  config: Config,
  dataSource: DataSource,
): Promise<INestApplicationContext> {
  return await NestFactory.createApplicationContext(AppModule.of(config, dataSource), {
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
}
