import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../../language/language.js';
import { CommunicationService } from '../../reports/communication/communication.service.js';
import { ReportService } from '../../reports/report.service.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { LetterPage } from './letter.page.js';

/** The letter to a Member State, word for word. */
@Controller(languages.map((language) => `${language}/countries/:iso3/letter`))
@UseFilters(PageProblemFilter)
export class LetterController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly communications: CommunicationService,
  ) {}

  @Get()
  async letter(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('iso3') iso3: string,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment }) =>
      h(LetterPage, {
        frame,
        area: (await this.reports.country(iso3, moment)).area,
        isPresent: moment.release === undefined && moment.asOf === undefined,
        letter: await this.communications.letter(iso3, frame.words.language, moment),
      }),
    );
  }
}
