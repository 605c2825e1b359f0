import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { wordsOf, type Words } from '../language/words.js';
import { buildId } from '../platform/build-id.js';
import { requireFound } from '../platform/require-found.js';
import { BRIEFS, writeBundle, type BundledBrief, type MadeBrief } from '../reports/briefs/brief-bundle.js';
import { BriefService, type Brief } from '../reports/briefs/brief.service.js';
import type { BriefTemplate } from '../reports/briefs/brief-template.js';
import { shownCommunities } from '../reports/group-report.service.js';
import { MomentService } from '../reports/moment.service.js';
import { ReleaseService } from '../reports/releases/release.service.js';
import { zipFiles } from '../reports/bundles/zip-files.js';
import type { ReportMoment } from '../reports/report-moment.js';
import type { ReportSources } from '../reports/report-sources.js';
import { askedCountries, askedLanguages, kilobytes, tellingProgress } from './bundle-options.js';
import type { CommandRooms, WithRooms } from './command-rooms.js';
import { fromWhereCalled } from './from-where-called.js';
import { listOf } from './list-of.js';
import type { Output, Show } from './output.js';

interface BriefsOptions {
  readonly out: string;
  readonly release?: string;
  readonly lang: readonly string[];
  readonly report: string;
  readonly country?: readonly string[];
  readonly zip?: string;
  readonly json?: boolean;
}

const USUAL = 'member-state-brief';

/** `briefs`: all briefs of a release, or of the present state, as files. */
export function addBriefsCommand(
  program: Command,
  withRooms: WithRooms,
  show: Show,
  { progress }: Output,
): void {
  program
    .command('briefs')
    .description(say('command.briefs'))
    .requiredOption('--out <directory>', say('command.briefs.out'))
    .option('--release <id>', say('command.briefs.release'))
    .option('--lang <codes>', say('command.briefs.lang'), listOf, ['en'])
    .option('--report <name>', say('command.briefs.report'), USUAL)
    .option('--country <codes>', say('command.briefs.country'), listOf)
    .option('--zip <file>', say('command.briefs.zip'))
    .option('--json', say('command.json'))
    .action(async (options: BriefsOptions) => {
      await withRooms(async (rooms) => {
        const directory = fromWhereCalled(options.out);
        const tell = options.json === true ? () => undefined : progress;
        const made = await makeBriefs(rooms, directory, options, tell);
        if (options.zip !== undefined) {
          const files = [...made.map(({ file }) => file), BRIEFS.list, 'index.html'];
          await zipFiles(directory, files, fromWhereCalled(options.zip));
        }
        const size = kilobytes(made);
        show(options.json, made, [say('command.briefs.done', { count: made.length, size, directory })]);
      });
    });
}

/** @throws Problem `release_not_found`, `area_not_found`, `brief_not_found`, `language_not_found` */
async function makeBriefs(
  rooms: CommandRooms,
  directory: string,
  options: BriefsOptions,
  tell: (line: string) => void,
): Promise<readonly MadeBrief[]> {
  const { release } = options;
  if (release !== undefined) await rooms.get(ReleaseService).get(release);
  const moment = { release };
  const sources = await rooms.get(MomentService).at(moment);
  const briefs = bundleOf(rooms.get(BriefService), sources, moment, options);
  const state = `${buildId} ${sources.fingerprint}\n`;
  return writeBundle(directory, state, briefs, tellingProgress(briefs.length, tell));
}

function bundleOf(
  briefs: BriefService,
  sources: ReportSources,
  moment: ReportMoment,
  { lang, report, country }: BriefsOptions,
): readonly BundledBrief[] {
  const kinds = briefs
    .kinds()
    .filter(({ about }) => about !== 'introduction' || moment.release === undefined);
  const names = kinds.map(({ name }) => name);
  const wanted =
    report === 'all'
      ? kinds
      : [
          requireFound(
            kinds.find(({ name }) => name === report),
            'brief_not_found',
            report,
            names,
          ),
        ];
  return askedLanguages(lang).flatMap((language) =>
    wanted.flatMap((kind) =>
      subjectsOf(kind, sources, country, wordsOf(language)).map(({ code, name }) => ({
        report: kind.name,
        code,
        name,
        language,
        file: `${language}/${kind.name}-${code}-${language}.pdf`,
        make: async () => (await make(briefs, kind, code, language, moment)).pdf,
      })),
    ),
  );
}

/** What a kind of brief is made for. @param countries absent: all */
function subjectsOf(
  { about }: BriefTemplate,
  sources: ReportSources,
  countries: readonly string[] | undefined,
  words: Words,
): readonly { readonly code: string; readonly name: string }[] {
  const { catalogue } = sources.lookUp;
  if (about === 'issue') return catalogue.issues;
  if (about === 'community') return shownCommunities(sources);
  if (about === 'group') return catalogue.groups;
  if (about === 'overview') return [{ code: 'WORLD', name: words.t('igf.overview') }];
  return askedCountries(countries, sources).map((area) => ({ code: area.code, name: words.area(area) }));
}

function make(
  briefs: BriefService,
  { about, name }: BriefTemplate,
  code: string,
  language: string,
  moment: ReportMoment,
): Promise<Brief> {
  if (about === 'issue') return briefs.issue(code, language, moment, name);
  if (about === 'community') return briefs.community(code, language, moment, name);
  if (about === 'overview') return briefs.overview(language, moment, name);
  if (about === 'group') return briefs.group(code, language, moment, name);
  if (about === 'introduction') return briefs.introduction(code, language, moment, name);
  return briefs.memberState(code, language, moment, name);
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
