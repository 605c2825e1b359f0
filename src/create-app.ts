import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { setUpApi } from './api/edge/api.setup.js';
import { answerUnreadableAddress, answerUnreadableRequest } from './api/edge/unreadable-request.js';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';

const logger: ('fatal' | 'error' | 'warn')[] = ['fatal', 'error', 'warn'];

/** The web application, ready to listen. The caller closes it before the database. */
export async function createApp(config: Config, dataSource: DataSource): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config, dataSource),
    new FastifyAdapter({
      forceCloseConnections: true,
      clientErrorHandler: answerUnreadableRequest,
      frameworkErrors: answerUnreadableAddress,
      routerOptions: { ignoreTrailingSlash: true },
      skipMiddie: true,
    }),
    { logger, abortOnError: false, bodyParser: false },
  );
  setUpApi(app);
  return app;
}

/** The rooms without a web server, for commands. */
export async function createContext(
  config: Config,
  dataSource: DataSource,
): Promise<INestApplicationContext> {
  return await NestFactory.createApplicationContext(AppModule.of(config, dataSource), {
    logger,
    abortOnError: false,
  });
}
