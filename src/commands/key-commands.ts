import type { Command } from 'commander';
import type { FreshKey, KnownKey } from '../access/api-key.js';
import { KeyAdministrationService } from '../access/key-administration.service.js';
import type { KeyRequest } from '../access/key-request.js';
import { KEY_STATES, type KeyState } from '../access/key.repository.js';
import { translate } from '../language/translate.js';
import type { WithRooms } from './command-rooms.js';
import type { Show } from './output.js';
import { listOf } from './list-of.js';
import { wholeNumber } from './whole-number.js';

interface CreateOptions {
  readonly community?: string;
  readonly role?: readonly string[];
  readonly global?: readonly string[];
  readonly contributor?: number;
  readonly areas?: readonly string[];
  readonly name: string;
  readonly days?: number;
  readonly acceptsConduct?: boolean;
  readonly json?: boolean;
}

interface ListOptions {
  readonly contributor?: number;
  readonly community?: string;
  readonly state?: KeyState;
  readonly json?: boolean;
}

/** `key:create`, `key:list`, `key:revoke` and `key:reissue`, as the operator on the host. */
export function addKeyCommands(program: Command, withRooms: WithRooms, show: Show): void {
  program
    .command('key:create')
    .description(say('command.key'))
    .option('--community <code>', say('command.key.community'))
    .option('--role <roles>', say('command.key.role'), listOf)
    .option('--global <roles>', say('command.key.global'), listOf)
    .option('--contributor <number>', say('command.key.contributor'), wholeNumber)
    .option('--areas <codes>', say('command.key.areas'), listOf)
    .requiredOption('--name <name>', say('command.key.name'))
    .option('--days <days>', say('command.key.days'), wholeNumber)
    .option('--accepts-conduct', say('command.key.conduct'))
    .option('--json', say('command.json'))
    .action(async (options: CreateOptions, command: Command) => {
      const request = keyRequestOf(options);
      if (request === undefined) command.error(say('command.key.either'));
      await withRooms(async (rooms) => {
        const fresh = await rooms.get(KeyAdministrationService).create('operator', request);
        const words = { roles: fresh.roles.join(', '), until: fresh.expiresAt.toISOString() };
        show(options.json, shown(fresh), [say('command.key.created', words), fresh.key]);
      });
    });

  program
    .command('key:list')
    .description(say('command.key.list'))
    .option('--contributor <number>', say('command.key.list.contributor'), wholeNumber)
    .option('--community <code>', say('command.key.list.community'))
    .addOption(
      program.createOption('--state <state>', say('command.key.list.state')).choices([...KEY_STATES]),
    )
    .option('--json', say('command.json'))
    .action(async ({ contributor: contributorId, community, state, json }: ListOptions) => {
      await withRooms(async (rooms) => {
        const keys = await allKeys(rooms.get(KeyAdministrationService), { contributorId, community, state });
        show(json, keys, keys.length === 0 ? [say('command.key.none')] : keys.map(lineOf));
      });
    });

  program
    .command('key:revoke')
    .description(say('command.key.revoke'))
    .argument('<number>', say('command.key.id'), wholeNumber)
    .option('--reason <text>', say('command.key.reason'))
    .option('--json', say('command.json'))
    .action(async (id: number, { reason, json }: { readonly reason?: string; readonly json?: boolean }) => {
      await withRooms(async (rooms) => {
        const key = await rooms.get(KeyAdministrationService).revoke('operator', id, { reason });
        show(json, key, [say('command.key.revoked', { id })]);
      });
    });

  program
    .command('key:reissue')
    .description(say('command.key.reissue'))
    .argument('<number>', say('command.key.id'), wholeNumber)
    .option('--json', say('command.json'))
    .action(async (id: number, { json }: { readonly json?: boolean }) => {
      await withRooms(async (rooms) => {
        const fresh = await rooms.get(KeyAdministrationService).reissue('operator', id);
        const words = { id: fresh.id, until: fresh.expiresAt.toISOString() };
        show(json, shown(fresh), [say('command.key.reissued', words), fresh.key]);
      });
    });
}

/** `undefined` unless it is clearly a key of one community, of the whole installation, or of somebody who is known. */
function keyRequestOf(options: CreateOptions): KeyRequest | undefined {
  const { community, role, global, contributor, areas, name, days: expiresInDays } = options;
  const conduct = options.acceptsConduct === true ? { acceptsConduct: 'operator' as const } : {};
  const rest = { name, areas, expiresInDays, ...conduct };
  const told = [community, global, contributor].filter((one) => one !== undefined).length;
  if (told !== 1 || (global === undefined) === (role === undefined)) return undefined;
  if (global !== undefined) return { ...rest, globalRoles: global };
  if (role === undefined) return undefined;
  if (contributor !== undefined) return { ...rest, contributorId: contributor, roles: role };
  return community === undefined ? undefined : { ...rest, community, roles: role };
}

const AT_ONCE = 1_000;

async function allKeys(
  service: KeyAdministrationService,
  filter: Parameters<KeyAdministrationService['list']>[0],
): Promise<readonly KnownKey[]> {
  const keys: KnownKey[] = [];
  let page: readonly KnownKey[];
  do {
    page = await service.list(filter, { after: keys.at(-1)?.id ?? 0, limit: AT_ONCE });
    keys.push(...page);
  } while (page.length === AT_ONCE);
  return keys;
}

function shown({ id, contributorId, key, roles, areas, expiresAt }: FreshKey) {
  return { id, contributor: contributorId, key, roles, areas, expiresAt: expiresAt.toISOString() };
}

function lineOf(key: KnownKey): string {
  const { id, contributorId: contributor, label = '', roles, areas, expiresAt, revokedAt, lastUsedOn } = key;
  const isOver = expiresAt.getTime() <= Date.now();
  return say('command.key.line', {
    id,
    contributor,
    label,
    roles: roles.join(','),
    areas: areas.join(','),
    state: revokedAt !== undefined ? 'revoked' : isOver ? 'expired' : 'in-force',
    until: expiresAt.toISOString().slice(0, 10),
    used: lastUsedOn ?? 'never',
  });
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
