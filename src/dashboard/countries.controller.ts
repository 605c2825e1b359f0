import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import type { LookUp } from '../catalogue/look-up.js';
import { languages } from '../language/language.js';
import { requireFound } from '../platform/require-found.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { countryPeers } from '../reports/country-peers.js';
import { ParticipationService } from '../reports/participation/participation.service.js';
import { ReportService } from '../reports/report.service.js';
import type { CountryReport } from '../reports/report.js';
import { countsInSummary } from '../reports/summary-counts.js';
import { countryChoice } from './country-choice.js';
import { findArea } from './find-area.js';
import { languageOf } from './page-headers.js';
import { countryPictures } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService, type PageContext } from './page.service.js';
import { CountriesPage } from './pages/countries.page.js';
import { CountryPage, type CountryPageProps } from './pages/country.page.js';
import { wordsOf } from './words.js';

/** Countries: the list, and the page of each. */
@Controller(languages.map((language) => `${language}/countries`))
@UseFilters(PageProblemFilter)
export class CountriesController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
    private readonly participation: ParticipationService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) =>
      h(CountriesPage, {
        frame,
        report: await this.reports.overview(moment),
        regions: lookUp.catalogue.groups.filter(({ kind }) => kind === 'un_regional_group'),
      }),
    );
  }

  @Get(':iso3')
  async country(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('iso3') iso3: string,
  ): Promise<void> {
    if (iso3 !== iso3.toUpperCase()) {
      const [, query] = request.url.split('?');
      const address = wordsOf(languageOf(request)).to('countries', iso3.toUpperCase());
      await reply.redirect(query === undefined ? address : `${address}?${query}`, 301);
      return;
    }
    await this.pages.answer(request, reply, async (context) =>
      h(CountryPage, await this.countryPage(request, iso3, context)),
    );
  }

  private async countryPage(
    request: FastifyRequest,
    iso3: string,
    { frame, moment, sources }: PageContext,
  ): Promise<CountryPageProps> {
    const { language } = frame.words;
    const { lookUp } = sources;
    const { objectives, groups, indicators } = lookUp.catalogue;
    const report = await this.reports.country(iso3, moment);
    const choice = countryChoice(request);
    const trends = report.principles
      .filter(({ history }) => history.length > 0)
      .map(async ({ code }) => [code, await this.reports.trend(iso3, code, language, moment)] as const);
    const chosen = chosenIndicator(choice.indicator, report, lookUp);
    return {
      frame,
      report,
      choice,
      objectives,
      groups,
      counted: new Set(indicators.filter(countsInSummary).map(({ code }) => code)),
      peers: countryPeers(
        report.area,
        {
          group: choice.group,
          areas: choice.areas.map((wish) => findArea(wish, lookUp.scoredAreas, frame.words)?.code ?? wish),
        },
        sources,
      ),
      trends: new Map(await Promise.all(trends)),
      chosen:
        chosen === undefined
          ? undefined
          : { code: chosen, trend: await this.reports.trend(iso3, chosen, language, moment) },
      participation: (await this.participation.report({ area: iso3 }, moment)).total,
      pictures: await countryPictures(this.charts, iso3, language, moment),
    };
  }
}

/** What the reader asked for; else the first indicator with a target and a figure; else the first with a figure. */
function chosenIndicator(
  wish: string | undefined,
  report: CountryReport,
  lookUp: LookUp,
): string | undefined {
  if (wish !== undefined) {
    const known = lookUp.catalogue.indicators.map(({ code }) => code);
    return requireFound(lookUp.indicator(wish), 'indicator_not_found', wish, known).code;
  }
  const known = report.indicators.filter(({ figure }) => figure !== undefined);
  return (known.find(({ target }) => target !== undefined) ?? known[0])?.indicator;
}
