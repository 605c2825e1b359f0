import type { Catalogue } from './catalogue.js';
import { checkCatalogue, type Seeds } from './check-catalogue.js';
import { readSeeds } from './read-seeds.js';
import { SeedsRefused } from './seeds-refused.js';

/**
 * Reads and checks a seeds directory.
 * @throws SeedsRefused when the directory cannot be read or anything in it is wrong
 */
export async function loadSeeds(directory: string): Promise<Seeds> {
  const check = checkCatalogue(await readSeeds(directory));
  if ('seeds' in check) return check.seeds;
  const count = check.faults.length === 1 ? 'one fault' : `${String(check.faults.length)} faults`;
  throw new SeedsRefused(`The seeds in "${directory}" have ${count}; nothing was loaded.`, check.faults);
}

/**
 * The catalogue of a seeds directory, for those who need neither its communities nor its figures.
 * @throws SeedsRefused as `loadSeeds`
 */
export async function loadCatalogue(directory: string): Promise<Catalogue> {
  return (await loadSeeds(directory)).catalogue;
}
