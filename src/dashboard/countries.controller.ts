import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import type { LookUp } from '../catalogue/look-up.js';
import { requireFound } from '../platform/require-found.js';
import type { ReportMoment } from '../reports/report-moment.js';
import type { CountryReport, Distribution } from '../reports/report.js';
import { ChartService } from '../reports/charts/chart.service.js';
import { ReportService } from '../reports/report.service.js';
import { askedMoment, momentQuery } from './asked-moment.js';
import { findCountries } from './find-countries.js';
import { countryPictures } from './page-pictures.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { CountriesPage, type CountryGroup } from './pages/countries.page.js';
import { CountryPage } from './pages/country.page.js';
import { languageOf } from './page-headers.js';
import { wordsOf } from './words.js';

/** Countries: the list, the search, and the page of each. */
@Controller(languages.map((language) => `${language}/countries`))
@UseFilters(PageProblemFilter)
export class CountriesController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: ReportService,
    private readonly charts: ChartService,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('name') name?: string,
  ): Promise<void> {
    const search = typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
    const moment = askedMoment(request);
    const { areas } = await this.reports.overview(moment);
    const found = search === undefined ? areas : findCountries(search, areas);
    const [only] = found;
    if (search !== undefined && only !== undefined && found.length === 1) {
      const address = wordsOf(languageOf(request)).to('countries', only.code);
      await reply.redirect(address + momentQuery(moment), 303);
      return;
    }
    await this.pages.answer(request, reply, ({ frame, sources }) =>
      h(CountriesPage, { frame, search, groups: byRegion(found, sources.lookUp), known: areas }),
    );
  }

  @Get(':iso3')
  async country(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('iso3') iso3: string,
    @Query('indicator') indicator?: string,
  ): Promise<void> {
    if (iso3 !== iso3.toUpperCase()) {
      const [, query] = request.url.split('?');
      const address = wordsOf(languageOf(request)).to('countries', iso3.toUpperCase());
      await reply.redirect(query === undefined ? address : `${address}?${query}`, 301);
      return;
    }
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) => {
      const { language } = frame.words;
      const report = await this.reports.country(iso3, moment);
      const trends = report.principles
        .filter(({ history }) => history.length > 0)
        .map(async ({ code }) => [code, await this.reports.trend(iso3, code, language, moment)] as const);
      const chosen = chosenIndicator(indicator, report, lookUp);
      return h(CountryPage, {
        frame,
        report,
        world: await this.world(report, moment),
        trends: new Map(await Promise.all(trends)),
        chosen:
          chosen === undefined
            ? undefined
            : { code: chosen, trend: await this.reports.trend(iso3, chosen, language, moment) },
        objectives: lookUp.catalogue.objectives,
        pictures: await countryPictures(this.charts, iso3, language, moment),
        groupName: lookUp.group(report.area.unGroup ?? '')?.name,
      });
    });
  }

  /** Where the countries of the world lie on each principle and issue of a country's report. */
  private async world(
    report: CountryReport,
    moment: ReportMoment,
  ): Promise<ReadonlyMap<string, Distribution>> {
    const { principles } = await this.reports.overview(moment);
    const issues = await Promise.all(report.issues.map(({ code }) => this.reports.issue(code, moment)));
    const nodes = [
      ...principles,
      ...issues.map(({ issue, distributions }) => ({ code: issue.code, distributions })),
    ];
    return new Map(
      nodes.flatMap(({ code, distributions }) =>
        distributions
          .filter(({ group }) => group.kind === 'world')
          .map((distribution) => [code, distribution] as const),
      ),
    );
  }
}

/** Every list is alphabetical; regions stand in the order of the catalogue. */
function byRegion(
  areas: readonly { code: string; name: string; group?: string }[],
  lookUp: LookUp,
): CountryGroup[] {
  const regions = lookUp.catalogue.groups.filter(({ kind }) => kind === 'un_regional_group');
  const grouped = regions.map(({ code, name }) => ({
    group: { code, name },
    areas: areas.filter(({ group }) => group === code),
  }));
  const others = areas.filter(({ group }) => !regions.some(({ code }) => code === group));
  return others.length === 0 ? grouped : [...grouped, { areas: others }];
}

/** What the reader asked for; else the first indicator with a target and a figure; else the first with a figure. */
function chosenIndicator(
  wish: string | undefined,
  report: CountryReport,
  lookUp: LookUp,
): string | undefined {
  if (typeof wish === 'string' && wish !== '') {
    const known = lookUp.catalogue.indicators.map(({ code }) => code);
    return requireFound(lookUp.indicator(wish), 'indicator_not_found', wish, known).code;
  }
  const known = report.indicators.filter(({ figure }) => figure !== undefined);
  return (known.find(({ target }) => target !== undefined) ?? known[0])?.indicator;
}
