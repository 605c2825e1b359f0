import type { ContributorAccount } from '../../access/contributor.js';
import type { Words } from '../words.js';

/** How somebody is called on the pages of administrators: who was erased has a number alone. */
export function nameOf({ id, name }: Pick<ContributorAccount, 'id' | 'name'>, words: Words): string {
  return name ?? words.t('contributors.erasedName', { number: String(id) });
}
