import type { JSX } from 'preact';
import { expiresSoon, type KnownKey } from '../../access/api-key.js';
import { Ledger } from '../parts/ledger.js';
import type { Words } from '../words.js';

/** Keys in lines, each leading to its page. */
export function KeyLedger({
  keys,
  words,
}: {
  readonly keys: readonly KnownKey[];
  readonly words: Words;
}): JSX.Element | null {
  return (
    <Ledger
      caption={words.t('administration.keys')}
      things={keys}
      columns={[
        {
          head: words.t('keys.label'),
          cell: (key) => (
            <a href={words.to('administration', 'keys', String(key.id))}>
              <bdi>{keyName(key, words)}</bdi>
            </a>
          ),
        },
        { head: words.t('keys.state'), cell: (key) => keyState(key, words) },
        {
          head: words.t('keys.roles'),
          cell: ({ roles }) => words.list(roles.map((role) => words.t(`role.${role}`))),
        },
        { head: words.t('keys.expires'), cell: ({ expiresAt }) => words.day(expiresAt.toISOString()) },
        {
          head: words.t('keys.used'),
          cell: ({ lastUsedOn }) =>
            lastUsedOn === undefined ? words.t('keys.neverUsed') : words.day(lastUsedOn),
        },
      ]}
    />
  );
}

/** What a key is for; of somebody who was erased its number alone is left. */
export function keyName({ id, label }: KnownKey, words: Words): string {
  return label ?? words.t('keys.numbered', { number: String(id) });
}

export function keyState(key: KnownKey, words: Words, now = new Date()): string {
  if (key.revokedAt !== undefined) return words.t('keys.state.revoked');
  if (key.expiresAt <= now) return words.t('keys.state.expired');
  return words.t(expiresSoon(key, now) ? 'keys.state.ending' : 'keys.state.in-force');
}
