import { Inject, Injectable } from '@nestjs/common';
import { cardsOfArea } from '../../communities/nri-card.js';
import type { Language } from '../../language/language.js';
import { PastObservationRepository } from '../../observations/past-observation.repository.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { letterHtml, letterText, type Letter } from '../../language/letter.js';
import { ownBase } from '../../platform/public-base.js';
import { BriefService } from '../briefs/brief.service.js';
import { MomentService } from '../moment.service.js';
import { partOf } from '../package/package-part.js';
import { zipParts } from '../package/zip-parts.js';
import type { ReportMoment } from '../report-moment.js';
import { ReportService } from '../report.service.js';
import { countryLetter } from './country-letter.js';

/** What goes to a Member State, to be sent by people: nothing here sends anything. */
@Injectable()
export class CommunicationService {
  constructor(
    private readonly moments: MomentService,
    private readonly reports: ReportService,
    private readonly briefs: BriefService,
    private readonly past: PastObservationRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  ) {}

  /** Where links in letters lead, and whether the operator said so. */
  get links(): { readonly address: string; readonly isPublic: boolean } {
    return { address: ownBase(this.config), isPublic: this.config.publicUrl !== undefined };
  }

  /**
   * @param iso3 ISO 3166-1 alpha-3
   * @param moment of the numbers
   * @param voices moment of the introductions; there are none in a release
   * @throws Problem `area_not_found`, `area_without_report`; those of MomentService
   */
  async letter(
    iso3: string,
    language: Language,
    moment: ReportMoment = {},
    voices: ReportMoment = moment,
  ): Promise<Letter> {
    const sources = await this.moments.at(moment);
    const { nri } = await this.moments.at(voices);
    const { release, asOf, board } = sources;
    const moved = await this.past.momentOf(board.revision);
    return countryLetter(
      {
        report: await this.reports.country(iso3, moment),
        sources,
        cards: nri && cardsOfArea(iso3, nri),
        day: release?.date ?? asOf?.moment ?? moved?.toISOString(),
      },
      language,
      this.links.address,
    );
  }

  /**
   * Letter, brief and introduction of the initiatives in one archive. Numbers are of the moment; introductions always as
   * they are consented to now.
   * @throws Problem as `letter`
   */
  async archive(iso3: string, language: Language, moment: ReportMoment = {}): Promise<Buffer> {
    const letter = await this.letter(iso3, language, moment, {});
    const brief = await this.briefs.memberState(iso3, language, moment);
    const introduction = await this.briefs.introduction(iso3, language);
    return zipParts([
      partOf('brief.pdf', brief.pdf),
      partOf('introduction.pdf', introduction.pdf),
      partOf('letter.html', letterHtml(letter)),
      partOf('letter.txt', plainLetter(letter)),
    ]);
  }
}

/** The letter as a file of plain text, with its subject on top. */
export function plainLetter(letter: Letter): string {
  return `${letter.title}\n\n${letterText(letter)}\n`;
}
