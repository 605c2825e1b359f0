import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OpenApiService } from '../../src/api/documentation/openapi.service.js';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import { createApp, createContext } from '../../src/create-app.js';
import { connect, migrate } from '../../src/data-source.js';
import { listen } from '../../src/listen.js';
import { readConfig, type Config } from '../../src/platform/config.js';
import { CheckingJobService } from '../../src/submissions/receiving/checking-job.service.js';
import { takeInSeeds } from '../../src/take-in-seeds.js';
import { copyOf, type TestDatabase } from './database.js';
import { checkAnswers } from './described-answers.js';

/** The whole application on a database of its own. */
export interface RunningApp {
  /** Address without a slash at the end, e.g. `http://127.0.0.1:43210`. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

export interface RunningAppOptions {
  /** Seeds directory; relative paths start from the repository. */
  readonly seeds?: string;
  /** Further settings, e.g. `{ IWW_PUBLIC_URL: 'https://progress.example.org' }`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** That never bite, unless a test asks for others. */
const RATES = { IWW_RATE_READS: '10000000', IWW_RATE_WRITES: '10000000', IWW_RATE_SIGN_INS: '1000000' };

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Starts the application on a free port, with a database into which the seeds were taken, as `npm start` does. Its answers to `fetch` are held
 * against its description; one that differs fails the request.
 */
export async function startApp(options: RunningAppOptions = {}): Promise<RunningApp> {
  const seeds = resolve(root, options.seeds ?? 'seeds');
  const { config, forget } = await configured(seeds, options);
  const database = await copyOf(
    `seeded_${seeds.replaceAll(/\W+/g, '_').slice(-30).toLowerCase()}`,
    async (url) => {
      const dataSource = await connect(url);
      await migrate(dataSource);
      const context = await createContext(config, dataSource);
      await takeInSeeds(context, seeds);
      await context.close();
      await dataSource.destroy();
    },
  );
  return serve(config, database, forget);
}

/** Another process of the same installation: it shares the database with the first, and nothing else. */
export async function startBeside({ database: { url } }: RunningApp): Promise<RunningApp> {
  const { config, forget } = await configured(resolve(root, 'seeds'), {});
  const dataSource = await connect(url);
  return serve(config, { url, dataSource, close: () => dataSource.destroy() }, forget);
}

async function configured(
  seeds: string,
  { environment }: RunningAppOptions,
): Promise<{ readonly config: Config; readonly forget: () => Promise<void> }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'iww-app-'));
  const config = readConfig(
    { ...RATES, IWW_DATA_DIR: dataDirectory, IWW_SEEDS: seeds, ...environment },
    root,
  );
  return { config, forget: () => rm(dataDirectory, { recursive: true, force: true }) };
}

async function serve(
  config: Config,
  database: TestDatabase,
  forget: () => Promise<void>,
): Promise<RunningApp> {
  const app = await createApp(config, database.dataSource);
  await app.get(CatalogueService).refresh();
  const port = await listen(app, '127.0.0.1', 0);
  app.get(CheckingJobService).start();
  const url = `http://127.0.0.1:${String(port)}`;
  const endCheck = checkAnswers(url, () => app.get(OpenApiService).document());
  return {
    url,
    app,
    database,
    close: async () => {
      await app.close();
      await database.close();
      await forget();
      endCheck();
    },
  };
}
