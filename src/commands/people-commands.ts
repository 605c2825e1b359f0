import type { Command } from 'commander';
import { ContributorService } from '../access/contributor.service.js';
import { CommunityAdministrationService } from '../communities/community-administration.service.js';
import { translate } from '../language/translate.js';
import type { WithRooms } from './command-rooms.js';
import type { Show } from './output.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  readonly json?: boolean;
}

/** `community:confirm` and `contributor:erase`, as the operator on the host. */
export function addPeopleCommands(program: Command, withRooms: WithRooms, show: Show): void {
  const say = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    translate('en', key, params);

  program
    .command('community:confirm')
    .description(say('command.community.confirm'))
    .argument('<code>', say('command.community.code'))
    .option('--json', say('command.json'))
    .action(async (code: string, { json }: Options) => {
      await withRooms(async (rooms) => {
        const community = await rooms.get(CommunityAdministrationService).confirm('operator', code);
        show(json, community, [say('command.community.confirmed', { name: community.name })]);
      });
    });

  program
    .command('contributor:erase')
    .description(say('command.contributor.erase'))
    .argument('<number>', say('command.contributor.id'), wholeNumber)
    .option('--json', say('command.json'))
    .action(async (id: number, { json }: Options) => {
      await withRooms(async (rooms) => {
        const account = await rooms.get(ContributorService).erase('operator', id);
        show(json, account, [say('command.contributor.erased', { id })]);
      });
    });
}
