import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { languages } from '../language/language.js';
import { translate } from '../language/translate.js';
import { wordsOf, type Words } from '../language/words.js';
import { buildId } from '../platform/build-id.js';
import { requireFound } from '../platform/require-found.js';
import { writeBundle, type BundledBrief, type MadeBrief } from '../reports/briefs/brief-bundle.js';
import { BriefService, type Brief } from '../reports/briefs/brief.service.js';
import type { BriefTemplate } from '../reports/briefs/brief-template.js';
import { shownCommunities } from '../reports/group-report.service.js';
import { MomentService } from '../reports/moment.service.js';
import { ReleaseService } from '../reports/releases/release.service.js';
import { partOf } from '../reports/package/package-part.js';
import { zipParts } from '../reports/package/zip-parts.js';
import type { ReportMoment } from '../reports/report-moment.js';
import type { ReportSources } from '../reports/report-sources.js';
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
        if (options.zip !== undefined) await zip(directory, made, fromWhereCalled(options.zip));
        const size = Math.ceil(made.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000);
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
  return writeBundle(directory, `${buildId} ${sources.fingerprint}\n`, briefs, (done, { file }) => {
    tell(
      say('command.briefs.progress', { done, count: briefs.length, bar: barOf(done / briefs.length), file }),
    );
  });
}

function bundleOf(
  briefs: BriefService,
  sources: ReportSources,
  moment: ReportMoment,
  { lang, report, country }: BriefsOptions,
): readonly BundledBrief[] {
  const asked = lang.includes('all') ? languages : lang;
  for (const code of asked)
    requireFound(
      languages.find((known) => known === code),
      'language_not_found',
      code,
      languages,
    );
  const kinds = briefs.kinds();
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
  return asked.flatMap((language) =>
    wanted.flatMap((kind) =>
      subjectsOf(kind, sources, country, wordsOf(language)).map(({ code, name }) => ({
        report: kind.name,
        code,
        name,
        language,
        make: (): Promise<Brief> => make(briefs, kind, code, language, moment),
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
  const scored = catalogue.areas.filter((area) => area.scored);
  const codes = scored.map(({ code }) => code);
  const chosen = (countries ?? codes).map((code) =>
    requireFound(
      scored.find((area) => area.code === code),
      'area_not_found',
      code,
      codes,
    ),
  );
  return chosen.map((area) => ({ code: area.code, name: words.area(area) }));
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
  return briefs.memberState(code, language, moment, name);
}

/** All files in one archive; the same files give the same bytes. */
async function zip(directory: string, made: readonly MadeBrief[], path: string): Promise<void> {
  const files = [...made.map(({ file }) => file), 'briefs.csv', 'index.html'];
  const parts = await Promise.all(
    files.map(async (file) => partOf(file, await readFile(join(directory, file)))),
  );
  await writeFile(`${path}.part`, await zipParts(parts));
  await rename(`${path}.part`, path);
}

const BAR = 20;

function barOf(share: number): string {
  return '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░');
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
