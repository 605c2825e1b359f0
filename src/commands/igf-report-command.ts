import { join } from 'node:path';
import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { buildId } from '../platform/build-id.js';
import { CHECKSUMS, IgfReportService, INDEX, type IgfFile } from '../reports/bundles/igf-report.service.js';
import { checksums, replaceFile, writeFiles, type MadeFile } from '../reports/bundles/write-files.js';
import { zipFiles } from '../reports/bundles/zip-files.js';
import { MomentService } from '../reports/moment.service.js';
import { ReleaseService } from '../reports/releases/release.service.js';
import { askedLanguages, kilobytes, tellingProgress } from './bundle-options.js';
import type { CommandRooms, WithRooms } from './command-rooms.js';
import { fromWhereCalled } from './from-where-called.js';
import { listOf } from './list-of.js';
import type { Output, Show } from './output.js';

interface IgfReportOptions {
  readonly out: string;
  readonly release: string;
  readonly language: readonly string[];
  readonly zip?: string;
  readonly json?: boolean;
}

/** `igf-report`: the yearly bundle of a release. */
export function addIgfReportCommand(
  program: Command,
  withRooms: WithRooms,
  show: Show,
  { progress }: Output,
): void {
  program
    .command('igf-report')
    .description(say('command.igf-report'))
    .requiredOption('--release <id>', say('command.igf-report.release'))
    .requiredOption('--out <directory>', say('command.igf-report.out'))
    .option('--language <codes>', say('command.igf-report.language'), listOf, ['en'])
    .option('--zip <file>', say('command.igf-report.zip'))
    .option('--json', say('command.json'))
    .action(async (options: IgfReportOptions) => {
      await withRooms(async (rooms) => {
        const directory = fromWhereCalled(options.out);
        const tell = options.json === true ? () => undefined : progress;
        const made = await makeReport(rooms, directory, options, tell);
        if (options.zip !== undefined) {
          const files = [...made.map(({ file }) => file), INDEX, CHECKSUMS];
          await zipFiles(directory, files, fromWhereCalled(options.zip));
        }
        const size = kilobytes(made);
        show(options.json, made, [say('command.igf-report.done', { count: made.length, size, directory })]);
      });
    });
}

/** @throws Problem `release_not_found`, `language_not_found` */
async function makeReport(
  rooms: CommandRooms,
  directory: string,
  { release, language }: IgfReportOptions,
  tell: (line: string) => void,
): Promise<readonly MadeFile<IgfFile>[]> {
  await rooms.get(ReleaseService).get(release);
  const languages = askedLanguages(language);
  const { fingerprint } = await rooms.get(MomentService).at({ release });
  const report = rooms.get(IgfReportService);
  const files = await report.files(release, languages);
  const state = `${buildId} ${fingerprint}\n`;
  const made = await writeFiles(directory, state, files, tellingProgress(files.length, tell));
  await replaceFile(join(directory, INDEX), await report.index(release, languages, made));
  await replaceFile(join(directory, CHECKSUMS), checksums(made));
  return made;
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
