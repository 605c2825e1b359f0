import { NestFactory } from '@nestjs/core';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { openInstallation } from '../open-installation.js';
import { loadConfig } from '../platform/config.js';
import { PlatformModule } from '../platform/platform.module.js';
import { takeInSeeds } from '../take-in-seeds.js';
import type { CommandRooms } from './command-rooms.js';
import { CommandsModule } from './commands.module.js';

/**
 * Opens the installation for a command, beside a running server or alone. One that was never started takes in its
 * seeds first.
 * @param root directory of the installation
 * @throws Refusal when it cannot be opened, in a sentence
 */
export async function openContext(root: string, say: (line: string) => void): Promise<CommandRooms> {
  const config = loadConfig(root);
  const installation = await openInstallation(config, say);
  try {
    const module = CommandsModule.on(PlatformModule.of(config, installation.dataSource));
    const context = await NestFactory.createApplicationContext(module, {
      logger: ['fatal', 'error', 'warn'],
      abortOnError: false,
    });
    const catalogues = context.get(CatalogueService, { strict: false });
    await catalogues.refresh();
    if (!isInForce(catalogues)) await takeInSeeds(context, config.seedsDirectory);
    return {
      get: (service) => context.get(service, { strict: false }),
      close: async () => {
        await context.close();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

function isInForce(catalogues: CatalogueService): boolean {
  try {
    catalogues.current();
    return true;
  } catch {
    return false;
  }
}
