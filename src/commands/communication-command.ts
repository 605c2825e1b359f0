import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { wordsOf } from '../language/words.js';
import { buildId } from '../platform/build-id.js';
import { Refusal } from '../platform/refusal.js';
import { writeBundle, type BundledBrief } from '../reports/briefs/brief-bundle.js';
import { CommunicationService } from '../reports/communication/communication.service.js';
import { MomentService } from '../reports/moment.service.js';
import { ReleaseService } from '../reports/releases/release.service.js';
import { askedCountries, askedLanguages, kilobytes, tellingProgress } from './bundle-options.js';
import type { CommandRooms, WithRooms } from './command-rooms.js';
import { fromWhereCalled } from './from-where-called.js';
import { listOf } from './list-of.js';
import type { Output, Show } from './output.js';

interface CommunicationOptions {
  readonly out: string;
  readonly country?: readonly string[];
  readonly all?: boolean;
  readonly language: readonly string[];
  readonly release?: string;
  readonly json?: boolean;
}

const LETTERS = { list: 'communication.csv', title: 'communication.bundle.title' };

/** `communication`: what goes to Member States, an archive for each. It sends nothing. */
export function addCommunicationCommand(
  program: Command,
  withRooms: WithRooms,
  show: Show,
  { progress }: Output,
): void {
  program
    .command('communication')
    .description(say('command.communication'))
    .requiredOption('--out <directory>', say('command.communication.out'))
    .option('--country <codes>', say('command.communication.country'), listOf)
    .option('--all', say('command.communication.all'))
    .option('--language <codes>', say('command.communication.language'), listOf, ['en'])
    .option('--release <id>', say('command.communication.release'))
    .option('--json', say('command.json'))
    .action(async (options: CommunicationOptions) => {
      if ((options.country === undefined) === (options.all !== true)) {
        throw new Refusal(say('command.communication.which'));
      }
      await withRooms(async (rooms) => {
        const directory = fromWhereCalled(options.out);
        const tell = options.json === true ? () => undefined : progress;
        const { address, isPublic } = rooms.get(CommunicationService).links;
        if (!isPublic) tell(say('command.communication.address', { address }));
        const archives = await archivesOf(rooms, options);
        const made = await writeBundle(
          directory,
          await stateOf(rooms, options.release),
          archives,
          tellingProgress(archives.length, tell),
          LETTERS,
        );
        const size = kilobytes(made);
        show(options.json, made, [
          say('command.communication.done', { count: made.length, size, directory }),
        ]);
      });
    });
}

/** @throws Problem `release_not_found`, `area_not_found`, `language_not_found` */
async function archivesOf(
  rooms: CommandRooms,
  { country, language, release }: CommunicationOptions,
): Promise<readonly BundledBrief[]> {
  if (release !== undefined) await rooms.get(ReleaseService).get(release);
  const moment = { release };
  const communications = rooms.get(CommunicationService);
  const areas = askedCountries(country, await rooms.get(MomentService).at(moment));
  return askedLanguages(language).flatMap((one) =>
    areas.map((area) => ({
      report: 'communication',
      code: area.code,
      name: wordsOf(one).area(area),
      language: one,
      file: `${one}/communication-${area.code}-${one}.zip`,
      make: () => communications.archive(area.code, one, moment),
    })),
  );
}

/** Numbers may be of a release; what initiatives consent to is always of now. */
async function stateOf(rooms: CommandRooms, release: string | undefined): Promise<string> {
  const moments = rooms.get(MomentService);
  const [numbers, voices] = [await moments.at({ release }), await moments.at()];
  return `${buildId} ${numbers.fingerprint} ${voices.fingerprint}\n`;
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
