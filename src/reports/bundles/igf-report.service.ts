import { Inject, Injectable } from '@nestjs/common';
import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn } from '../../catalogue/text-in.js';
import { sourceLanguage, type Language } from '../../language/language.js';
import { ownName } from '../../language/own-name.js';
import { wordsOf, type Words } from '../../language/words.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { ownBase } from '../../platform/public-base.js';
import { BriefService } from '../briefs/brief.service.js';
import { csvText, type CsvTable } from '../csv-table.js';
import { GroupReportService } from '../group-report.service.js';
import { groupReportTable } from '../group-report-table.js';
import { MomentService } from '../moment.service.js';
import { overviewReportTable } from '../overview-report-table.js';
import { ParticipationService } from '../participation/participation.service.js';
import { participationTable } from '../participation/participation-table.js';
import type { ReportSources } from '../report-sources.js';
import { ReportService } from '../report.service.js';
import { indexPage, type IndexSection } from './index-page.js';
import type { BundledFile } from './write-files.js';

/** Parts of the yearly report, in their order. */
const PARTS = ['overview', 'regions', 'participation', 'briefs'] as const;

/** A file of the yearly report. */
export interface IgfFile extends BundledFile {
  readonly part: (typeof PARTS)[number];
  /** Absent for tables, which are the same in every language. */
  readonly language?: Language;
  /** Of what it is about, in its language. */
  readonly name: string;
}

export const CHECKSUMS = 'SHA256SUMS';
export const INDEX = 'index.html';

/** The yearly report to the IGF: what a release says of the world, its regions, who took part, and every Member State. */
@Injectable()
export class IgfReportService {
  constructor(
    private readonly moments: MomentService,
    private readonly reports: ReportService,
    private readonly groups: GroupReportService,
    private readonly participation: ParticipationService,
    private readonly briefs: BriefService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  ) {}

  /** Its files, to be made one by one. @throws Problem those of MomentService */
  async files(release: string, languages: readonly Language[]): Promise<readonly IgfFile[]> {
    const sources = await this.moments.at({ release });
    return [
      ...this.tables(release, sources),
      ...languages.flatMap((one) => this.documents(release, one, sources)),
    ];
  }

  /** The page that leads to each. @param files as they were made */
  async index(
    release: string,
    languages: readonly Language[],
    files: readonly Omit<IgfFile, 'make'>[],
  ): Promise<string> {
    const sources = await this.moments.at({ release });
    const [first = sourceLanguage] = languages;
    const words = wordsOf(first);
    const { name: framework } = frameworkIn(sources.lookUp.catalogue, first);
    const { id = release, date = '' } = sources.release ?? {};
    const tables = files.filter(({ language }) => language === undefined);
    return indexPage(
      first,
      words.t('igf.title', { framework, id }),
      [
        ...languages.flatMap((language) => sectionsOf(language, files)),
        {
          language: first,
          heading: words.t('igf.tables'),
          links: tables.map(({ file, name }) => ({ file, text: name })),
        },
        {
          language: first,
          heading: words.t('igf.check'),
          links: [
            { file: CHECKSUMS, text: words.t('igf.checksums') },
            { file: ownBase(this.config) + words.to('releases', id), text: words.t('igf.online') },
          ],
        },
      ],
      words.t('igf.lede', { id, day: words.day(date) }),
    );
  }

  private documents(release: string, language: Language, sources: ReportSources): readonly IgfFile[] {
    const moment = { release };
    const { lookUp } = sources;
    const words = wordsOf(language);
    const document = (part: IgfFile['part'], code: string, name: string, make: Make): IgfFile => ({
      part,
      language,
      name,
      file: `${language}/${part}/${code}-${language}.pdf`,
      make: async () => (await make()).pdf,
    });
    return [
      document('overview', 'overview', words.t('igf.overview'), () => this.briefs.overview(language, moment)),
      ...regionsOf(sources).map(({ code }) =>
        document('regions', code, nameIn(lookUp.catalogue, language, 'group', code), () =>
          this.briefs.group(code, language, moment),
        ),
      ),
      ...lookUp.scoredAreas.map((area) =>
        document('briefs', area.code, words.area(area), () =>
          this.briefs.memberState(area.code, language, moment),
        ),
      ),
    ];
  }

  private tables(release: string, sources: ReportSources): readonly IgfFile[] {
    const moment = { release };
    const words = wordsOf(sourceLanguage);
    const table = (
      part: IgfFile['part'],
      code: string,
      name: string,
      make: () => Promise<CsvTable>,
    ): IgfFile => ({
      part,
      name,
      file: `tables/${code}.csv`,
      make: async () => Buffer.from(csvText(await make())),
    });
    return [
      table('overview', 'overview', words.t('igf.overview'), async () =>
        overviewReportTable(await this.reports.overview(moment)),
      ),
      ...regionsOf(sources).map(({ code, name }) =>
        table('regions', code, name, async () => groupReportTable(await this.groups.group(code, moment))),
      ),
      table('participation', 'participation', words.t('igf.participation'), async () =>
        participationTable(await this.participation.report({}, moment)),
      ),
    ];
  }
}

type Make = () => Promise<{ readonly pdf: Buffer }>;

function regionsOf({ lookUp }: ReportSources) {
  return lookUp.catalogue.groups.filter(({ kind }) => kind === 'un_regional_group');
}

/** The documents of a language, part by part, in the words of that language. */
function sectionsOf(language: Language, files: readonly Omit<IgfFile, 'make'>[]): readonly IndexSection[] {
  const words: Words = wordsOf(language);
  return PARTS.flatMap((part) => {
    const links = files
      .filter((one) => one.part === part && one.language === language)
      .map(({ file, name }) => ({ file, text: name, name }));
    if (links.length === 0) return [];
    const heading = `${words.t(`igf.${part}`)} (${ownName(language)})`;
    return [{ language, heading, links: words.inOrder(links).map(({ file, text }) => ({ file, text })) }];
  });
}
