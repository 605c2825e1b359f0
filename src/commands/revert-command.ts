import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { RevertService } from '../observations/revert.service.js';
import type { WithRooms } from './command-rooms.js';
import { actorOf } from './load-file.js';
import type { Show } from './output.js';

interface RevertOptions {
  readonly as: string;
  readonly reason: string;
  readonly reasonCode?: string;
  readonly json?: boolean;
}

/** `revert`: takes a whole accepted submission back. */
export function addRevertCommand(program: Command, withRooms: WithRooms, show: Show): void {
  const say = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    translate('en', key, params);
  program
    .command('revert')
    .description(say('command.revert'))
    .argument('<receipt>', say('command.accept.receipt'))
    .requiredOption('--as <key>', say('command.revert.as'))
    .requiredOption('--reason <text>', say('command.revert.reason'))
    .option('--reason-code <code>', say('command.revert.reason-code'))
    .option('--json', say('command.json'))
    .action(async (receipt: string, { as, reason, reasonCode, json }: RevertOptions) => {
      await withRooms(async (rooms) => {
        const actor = await actorOf(rooms, as);
        const request = { text: reason, ...(reasonCode === undefined ? {} : { reasonCode }) };
        const revert = await rooms.get(RevertService).revert(actor, receipt, request);
        show(json, revert, [say('command.revert.done', { ...revert.counts, revision: revert.revision })]);
      });
    });
}
