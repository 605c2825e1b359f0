import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { ContactService } from '../submissions/notices/contact.service.js';
import type { WithRooms } from './command-rooms.js';
import { actorOf } from './load-file.js';
import type { Show } from './output.js';

interface SetOptions {
  readonly as: string;
  readonly address: string;
  readonly language: string;
  readonly json?: boolean;
}

interface RemoveOptions {
  readonly as: string;
  readonly json?: boolean;
}

/** `contact:set` and `contact:remove`: where the holder of a key is told by mail. */
export function addContactCommands(program: Command, withRooms: WithRooms, show: Show): void {
  const say = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    translate('en', key, params);

  program
    .command('contact:set')
    .description(say('command.contact.set'))
    .requiredOption('--as <key>', say('command.contact.as'))
    .requiredOption('--address <address>', say('command.contact.address'))
    .option('--language <language>', say('command.contact.language'), 'en')
    .option('--json', say('command.json'))
    .action(async ({ as, address, language, json }: SetOptions) => {
      await withRooms(async (rooms) => {
        const contact = await rooms.get(ContactService).set(await actorOf(rooms, as), { address, language });
        const confirmed = contact.isConfirmed ? 'yes' : 'no';
        show(json, contact, [say('command.contact.kept', { confirmed })]);
      });
    });

  program
    .command('contact:remove')
    .description(say('command.contact.remove'))
    .requiredOption('--as <key>', say('command.contact.as'))
    .option('--json', say('command.json'))
    .action(async ({ as, json }: RemoveOptions) => {
      await withRooms(async (rooms) => {
        await rooms.get(ContactService).remove(await actorOf(rooms, as));
        show(json, { removed: true }, [say('command.contact.removed')]);
      });
    });
}
