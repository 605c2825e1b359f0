import { Inject, Injectable } from '@nestjs/common';
import { PictureService } from '../../charts/server/picture.service.js';
import type { Language } from '../../language/language.js';
import { cardsOfArea } from '../../communities/nri-card.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { ownBase } from '../../platform/public-base.js';
import { requireFound } from '../../platform/require-found.js';
import { GroupReportService } from '../group-report.service.js';
import { MomentService } from '../moment.service.js';
import type { ReportMoment } from '../report-moment.js';
import { ReportService } from '../report.service.js';
import type { BriefChart } from './brief-charts.js';
import type { BriefFrame } from './brief-frame.js';
import { ourReports, readBriefTemplates, type BriefSubject, type BriefTemplate } from './brief-template.js';
import { communityBrief } from './community-brief.js';
import { countryBrief } from './country-brief.js';
import { groupBrief } from './group-brief.js';
import { introductionBrief } from './introduction-brief.js';
import { printable } from './isolated.js';
import { issueBrief } from './issue-brief.js';
import { overviewBrief } from './overview-brief.js';
import { TypstService } from './typst.service.js';

/** A brief as a document. */
export interface Brief {
  readonly pdf: Buffer;
  /** E.g. `member-state-brief-KEN-en.pdf`. */
  readonly fileName: string;
  readonly title: string;
}

interface BriefContent extends BriefFrame {
  readonly about: BriefSubject;
  readonly code: string;
  readonly charts?: readonly BriefChart[];
}

/** Name of the brief about a subject, where no other is asked for. */
const USUAL: Readonly<Record<BriefSubject, string>> = {
  country: 'member-state-brief',
  introduction: 'nri-introduction',
  issue: 'issue-brief',
  community: 'community-report',
  overview: 'framework-overview',
  group: 'group-brief',
};

/** Room for a chart in half a column, CSS pixels. */
const CHART = { width: 460, chartHeight: 150, print: true, words: false } as const;

/** Makes briefs: the numbers of a report, printed, in the template of a folder. */
@Injectable()
export class BriefService {
  private readonly templates: ReadonlyMap<string, BriefTemplate>;

  constructor(
    private readonly reports: ReportService,
    private readonly groups: GroupReportService,
    private readonly moments: MomentService,
    private readonly pictures: PictureService,
    private readonly typst: TypstService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'reportsDirectory' | 'publicUrl' | 'host' | 'port'>,
  ) {
    const { reportsDirectory: own } = config;
    const templates = [ourReports, ...(own === undefined ? [] : [own])].flatMap(readBriefTemplates);
    this.templates = new Map(templates.map((template) => [template.name, template]));
  }

  /** The kinds of briefs there are, by name. */
  kinds(): readonly BriefTemplate[] {
    return [...this.templates.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * @param iso3 ISO 3166-1 alpha-3
   * @param kind of brief; absent: `member-state-brief`
   * @throws Problem `area_not_found`, `area_without_report`, `brief_not_found`; those of MomentService
   */
  async memberState(iso3: string, language: Language, moment?: ReportMoment, kind?: string): Promise<Brief> {
    const template = this.template('country', kind);
    const sources = await this.moments.at(moment);
    const report = await this.reports.country(iso3, moment);
    const area = requireFound(sources.lookUp.area(iso3), 'area_not_found', iso3, []);
    return this.make(template, countryBrief(report, area, sources, language, this.publicUrl()));
  }

  /** @throws Problem `issue_not_found`, `brief_not_found`; those of MomentService */
  async issue(code: string, language: Language, moment?: ReportMoment, kind?: string): Promise<Brief> {
    const template = this.template('issue', kind);
    const sources = await this.moments.at(moment);
    const report = await this.reports.issue(code, moment);
    return this.make(template, issueBrief(report, sources, language, this.publicUrl()));
  }

  /** @throws Problem `community_not_found`, `brief_not_found`; those of MomentService */
  async community(code: string, language: Language, moment?: ReportMoment, kind?: string): Promise<Brief> {
    const template = this.template('community', kind);
    const sources = await this.moments.at(moment);
    const report = await this.groups.community(code, moment);
    const card = sources.nri?.get(code);
    return this.make(template, communityBrief(report, card, sources, language, this.publicUrl()));
  }

  /**
   * The initiatives of a country as they consent to at the moment; a release has none.
   * @throws Problem as `memberState`
   */
  async introduction(iso3: string, language: Language, moment?: ReportMoment, kind?: string): Promise<Brief> {
    const template = this.template('introduction', kind);
    const sources = await this.moments.at(moment);
    const report = await this.reports.country(iso3, moment);
    const cards = sources.nri && cardsOfArea(iso3, sources.nri);
    return this.make(template, introductionBrief(report, cards, sources, language, this.publicUrl()));
  }

  /** Where the world stands. @throws Problem `brief_not_found`; those of MomentService */
  async overview(language: Language, moment?: ReportMoment, kind?: string): Promise<Brief> {
    const template = this.template('overview', kind);
    const sources = await this.moments.at(moment);
    const report = await this.reports.overview(moment);
    return this.make(template, overviewBrief(report, sources, language, this.publicUrl()));
  }

  /** @throws Problem `group_not_found`, `brief_not_found`; those of MomentService */
  async group(code: string, language: Language, moment?: ReportMoment, kind?: string): Promise<Brief> {
    const template = this.template('group', kind);
    const sources = await this.moments.at(moment);
    const report = await this.groups.group(code, moment);
    return this.make(template, groupBrief(report, sources, language, this.publicUrl()));
  }

  private template(about: BriefSubject, kind = USUAL[about]): BriefTemplate {
    const known = this.kinds().filter((template) => template.about === about);
    const found = known.find(({ name }) => name === kind);
    return requireFound(
      found,
      'brief_not_found',
      kind,
      known.map(({ name }) => name),
    );
  }

  private async make(template: BriefTemplate, content: BriefContent): Promise<Brief> {
    const { language, title, code } = content;
    const charts = await Promise.all(
      (content.charts ?? []).map(async ({ specification, ...chart }) => ({
        ...chart,
        svg: await this.pictures.svg(specification, CHART),
      })),
    );
    const own = { ...template.texts['en'], ...template.texts[language] };
    const pdf = await this.typst.pdf({
      template: template.path,
      data: printable(JSON.stringify({ ...content, charts, own })),
    });
    return { pdf, fileName: `${template.name}-${code}-${language}.pdf`, title };
  }

  private publicUrl(): string {
    return ownBase(this.config);
  }
}
