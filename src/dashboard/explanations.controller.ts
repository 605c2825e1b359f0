import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { Problem } from '../platform/problem.js';
import { ExplanationService } from '../reports/explanation.service.js';
import type { ScoreBoard } from '../scoring/score.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ExplanationPage } from './pages/explanation.page.js';
import { subjectNames } from './statements/subject-names.js';

/** What stands behind each score and level of a country. */
@Controller(languages.map((language) => `${language}/countries/:iso3/explain`))
@UseFilters(PageProblemFilter)
export class ExplanationsController {
  constructor(
    private readonly pages: PageService,
    private readonly explanations: ExplanationService,
  ) {}

  @Get(':node')
  async explanation(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('iso3') iso3: string,
    @Param('node') node: string,
    @Query('year') asked?: string | readonly string[],
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { board, lookUp } }) => {
      const wish = { year: yearOf(asked, board), besideYearBefore: true };
      const report = await this.explanations.explain(iso3, node, wish, frame.words.language, moment);
      return h(ExplanationPage, {
        frame,
        report,
        firstYear: board.firstYear,
        nameOf: subjectNames(frame, lookUp),
      });
    });
  }
}

/** @throws Problem `invalid_request` when it is no year; whether the year is covered, the explanation tells */
function yearOf(
  asked: string | readonly string[] | undefined,
  { firstYear, asOfYear }: ScoreBoard,
): number | undefined {
  if (asked === undefined || asked === '') return undefined;
  if (typeof asked === 'string' && /^\d{4}$/.test(asked)) return Number(asked);
  const params = { first: firstYear, last: asOfYear };
  throw new Problem('invalid_request', 400, {}, [
    { code: 'year_not_covered', pointer: '?year', value: [asked].flat().join(), params },
  ]);
}
