import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import type { CommandRooms } from '../../src/commands/command-rooms.js';
import { CommandsModule } from '../../src/commands/commands.module.js';
import { readConfig } from '../../src/platform/config.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { takeInSeeds } from '../../src/take-in-seeds.js';

/** A mail server that never answers. */
const NO_POST = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  IWW_MAIL_FROM: 'progress@example.org',
  IWW_PUBLIC_URL: 'https://progress.example.org',
};

/**
 * The rooms that commands use, on a database that is there already.
 * @param seeds directory to take in first; absent: what is in force there stays
 */
export async function roomsOn(dataSource: DataSource, seeds?: string): Promise<CommandRooms> {
  const directory = await mkdtemp(join(tmpdir(), 'iww-rooms-'));
  const config = readConfig({ ...NO_POST, IWW_DATA_DIR: directory }, directory);
  const module = CommandsModule.on(PlatformModule.of(config, dataSource));
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  await context.get(CatalogueService, { strict: false }).refresh();
  if (seeds !== undefined) await takeInSeeds(context, seeds);
  return {
    get: (service) => context.get(service, { strict: false }),
    close: async () => {
      await context.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
