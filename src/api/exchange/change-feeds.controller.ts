import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn } from '../../catalogue/text-in.js';
import { areaName } from '../../language/area-name.js';
import { translate } from '../../language/translate.js';
import { RecentChangeRepository } from '../../observations/recent-change.repository.js';
import { requireFound } from '../../platform/require-found.js';
import { CodeRequest, Iso3Request } from '../edge/code.request.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { statementEntries } from './statement-entries.js';
import { changeEntries, releaseEntries } from './change-entries.js';
import { ATOM_CONTENT, ATOM_TYPES, ChangeFeedService, MOST_CHANGES, TAGGED } from './change-feed.service.js';

/** What changed, for feed readers. */
@ApiTags('Reports')
@Controller('api/v1/feeds')
export class ChangeFeedsController {
  constructor(
    private readonly changes: RecentChangeRepository,
    private readonly feeds: ChangeFeedService,
  ) {}

  @Get('countries/:iso3.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({
    summary: 'What changed about a country, as an Atom feed',
    description:
      'The newest 50: batches accepted and taken back, by community, statements, and releases. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofCountry(
    @Param() { iso3 }: Iso3Request,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.feeds.answer({ request, reply }, async ({ lookUp, statements }, language, releases) => {
      const areas = lookUp.scoredAreas;
      const known = areas.map(({ code }) => code);
      const area = requireFound(
        areas.find(({ code }) => code === iso3),
        'area_not_found',
        iso3,
        known,
      );
      const changes = await this.changes.ofArea(area.code, MOST_CHANGES);
      const page = `/${language}/countries/${area.code}`;
      return {
        title: translate(language, 'feed.country', { country: areaName(language, area) }),
        page,
        entries: [
          ...changeEntries(changes, lookUp.catalogue, language, { about: `country/${area.code}`, page }),
          ...statementEntries(
            statements.filter((one) => one.area === area.code),
            language,
            lookUp,
          ),
          ...releaseEntries(releases, language),
        ],
      };
    });
  }

  @Get('issues/:code.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({
    summary: 'What changed about an issue, as an Atom feed',
    description:
      'The newest 50: batches accepted and taken back, by community, statements, and releases. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofIssue(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.feeds.answer({ request, reply }, async ({ lookUp, statements }, language, releases) => {
      const { catalogue } = lookUp;
      const known = catalogue.issues.map((issue) => issue.code);
      requireFound(lookUp.issue(code), 'issue_not_found', code, known);
      const indicators = lookUp.indicatorsOfView('issue', code).map((indicator) => indicator.code);
      const changes = await this.changes.ofIndicators(indicators, MOST_CHANGES);
      const page = `/${language}/issues/${code}`;
      return {
        title: translate(language, 'feed.issue', { issue: nameIn(catalogue, language, 'issue', code) }),
        page,
        entries: [
          ...changeEntries(changes, catalogue, language, { about: `issue/${code}`, page }),
          ...statementEntries(
            statements.filter(({ subject }) => subject === `issue:${code}`),
            language,
            lookUp,
          ),
          ...releaseEntries(releases, language),
        ],
      };
    });
  }

  @Get('releases.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({ summary: 'Releases, as an Atom feed' })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 406, 503)
  async ofReleases(
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.feeds.answer({ request, reply }, ({ lookUp }, language, releases) => ({
      title: translate(language, 'feed.releases', {
        framework: frameworkIn(lookUp.catalogue, language).name,
      }),
      page: `/${language}/releases`,
      entries: releaseEntries(releases, language),
    }));
  }
}
