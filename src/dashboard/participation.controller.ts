import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ParticipationService } from '../reports/participation/participation.service.js';
import { findArea } from './find-area.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ParticipationPage } from './pages/participation.page.js';
import { askedForm } from './sent-form.js';

/** Which communities, groups and regions took part. */
@Controller(languages.map((language) => `${language}/participation`))
@UseFilters(PageProblemFilter)
export class ParticipationController {
  constructor(
    private readonly pages: PageService,
    private readonly participation: ParticipationService,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) => {
      const asked = askedForm(request);
      const wish = asked.text('area');
      const area = wish && (findArea(wish, lookUp.scoredAreas, frame.words)?.code ?? wish);
      const view = {
        area,
        region: area === undefined ? asked.text('region') : undefined,
        issue: asked.text('issue'),
      };
      return h(ParticipationPage, {
        frame,
        report: await this.participation.report(view, moment),
        view,
        gap: asked.text('gap'),
        catalogue: lookUp.catalogue,
        areas: lookUp.scoredAreas,
      });
    });
  }
}
