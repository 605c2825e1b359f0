import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '../../src/access/access.module.js';
import { AccessService } from '../../src/access/access.service.js';
import type { Actor } from '../../src/access/actor.js';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import { CommunityRepository } from '../../src/communities/community.repository.js';
import { ObservationsModule } from '../../src/observations/observations.module.js';
import { readConfig } from '../../src/platform/config.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { ScoringModule } from '../../src/scoring/scoring.module.js';
import { SubmissionsModule } from '../../src/submissions/submissions.module.js';
import { freshDatabase, type TestDatabase } from './database.js';

/** The rooms up to scoring on a database of their own, with the real catalogue and communities in force. */
export interface Rooms {
  readonly database: TestDatabase;
  readonly get: <Service>(service: new (...parts: never[]) => Service) => Service;
  /** Somebody of a community, as their key lets them act. */
  actor(community: string, ...roles: readonly string[]): Promise<Actor>;
  readonly close: () => Promise<void>;
}

@Module({})
class RoomsUnderTest {}

export const SEEDS = join(import.meta.dirname, '../../seeds');

/** @param environment further settings, e.g. `{ IWW_PUBLIC_URL: 'https://progress.example.org' }` */
export async function openRooms(environment: Readonly<Record<string, string>> = {}): Promise<Rooms> {
  const database = await freshDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'iww-rooms-'));
  const settings = { IWW_DATA_DIR: dataDirectory, IWW_SEEDS: SEEDS, ...environment };
  const config = readConfig(settings, dataDirectory);
  const platform = PlatformModule.of(config, database.dataSource);
  const context: INestApplicationContext = await NestFactory.createApplicationContext(
    {
      module: RoomsUnderTest,
      imports: [platform, AccessModule, SubmissionsModule, ObservationsModule, ScoringModule],
    },
    { logger: false, abortOnError: false },
  );
  const seeds = await context.get(CatalogueService, { strict: false }).loadSeeds(SEEDS);
  await context.get(CommunityRepository, { strict: false }).takeFromSeeds(seeds.communities);
  const access = context.get(AccessService, { strict: false });
  return {
    database,
    get: (service) => context.get(service, { strict: false }),
    actor: async (community, ...roles) => {
      const { key } = await access.createKey({
        ...{ community, roles, name: `Somebody of ${community}` },
        acceptsConduct: 'operator',
      });
      const actor = await access.actorOf(key);
      if (actor === undefined) throw new Error('The new key is not known');
      return actor;
    },
    close: async () => {
      await context.close();
      await database.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
