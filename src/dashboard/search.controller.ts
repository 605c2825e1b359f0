import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { MomentService } from '../reports/moment.service.js';
import type { SearchHit } from '../reports/search/search-entry.js';
import { SearchService } from '../reports/search/search.service.js';
import { askedMoment, momentQuery } from './asked-moment.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { LONGEST_QUESTION, MOST_FOUND, SearchPage } from './pages/search.page.js';
import { askedForm } from './sent-form.js';

/** Finds whatever has a page by its name or code, and leads straight to a country that is meant beyond doubt. */
@Controller(languages.map((language) => `${language}/search`))
@UseFilters(PageProblemFilter)
export class SearchController {
  constructor(
    private readonly pages: PageService,
    private readonly moments: MomentService,
    private readonly searches: SearchService,
  ) {}

  @Get()
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const question = askedForm(request).text('q')?.slice(0, LONGEST_QUESTION);
    if (question === undefined) {
      await this.pages.answer(request, reply, ({ frame }) => h(SearchPage, { frame, hits: [] }));
      return;
    }
    const moment = askedMoment(request);
    const sources = await this.moments.at(moment);
    const hits = this.searches.find(question, languageOf(request), MOST_FOUND, sources);
    const country = countryMeant(hits);
    if (country !== undefined) {
      await reply.redirect(country.address + momentQuery(moment), 303);
      return;
    }
    await this.pages.answer(request, reply, ({ frame }) => h(SearchPage, { frame, question, hits }), {
      'x-robots-tag': 'noindex',
    });
  }
}

/** The country that alone is so named or coded, or that alone was found. */
function countryMeant(hits: readonly SearchHit[]): SearchHit | undefined {
  const exact = hits.filter((hit) => hit.exact);
  const [only, ...others] = exact.length > 0 ? exact : hits;
  return others.length === 0 && only?.kind === 'country' ? only : undefined;
}
