import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { CommunityRepository } from './communities/community.repository.js';
import { SeededFiguresService } from './observations/seeded-figures.service.js';

/**
 * Takes in what the seeds directory says: catalogue, communities and published figures. What has not changed since the
 * last time costs next to nothing.
 * @throws SeedsRefused when anything in the directory is wrong; nothing is half-loaded
 */
export async function takeInSeeds(context: INestApplicationContext, directory: string): Promise<void> {
  const seeds = await context.get(CatalogueService).loadSeeds(directory);
  await context.get(CommunityRepository).takeFromSeeds(seeds.communities);
  await context.get(SeededFiguresService).load(directory, seeds);
}
