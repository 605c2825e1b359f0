import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { DigestService } from '../reports/following/digest.service.js';
import type { WithRooms } from './command-rooms.js';
import type { Show } from './output.js';

interface DigestOptions {
  readonly release: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `digests`: what followers are mailed about a release; the server sends what it puts into the outbox. */
export function addDigestsCommand(program: Command, withRooms: WithRooms, show: Show): void {
  const say = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    translate('en', key, params);

  program
    .command('digests')
    .description(say('command.digests'))
    .requiredOption('--release <id>', say('command.digests.release'))
    .option('--dry-run', say('command.digests.dry-run'))
    .option('--json', say('command.json'))
    .action(async ({ release, dryRun = false, json }: DigestOptions) => {
      await withRooms(async (rooms) => {
        const digests = rooms.get(DigestService);
        const plan = await digests.plan(release);
        if (!dryRun) await digests.prepareDue();
        const { mails, followed } = plan;
        show(json, plan, [
          ...followed.map((one) => say('command.digests.line', { ...one })),
          say('command.digests.total', { release, mails, prepared: dryRun ? 'no' : 'yes' }),
        ]);
      });
    });
}
