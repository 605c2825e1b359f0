import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn } from '../../catalogue/text-in.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { RecentChangeRepository } from '../../observations/recent-change.repository.js';
import { buildId } from '../../platform/build-id.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { entityTag, isKnown, normalisedQuery } from '../../platform/entity-tag.js';
import { publicBase } from '../../platform/public-base.js';
import { requireFound } from '../../platform/require-found.js';
import { ReleaseService } from '../../reports/releases/release.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import type { Release } from '../../scoring/releases/release.js';
import { CodeRequest, Iso3Request } from '../edge/code.request.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { changeEntries, releaseEntries } from './change-entries.js';
import { changeFeedText, type ChangeFeed } from './change-feed.js';

const ATOM_TYPES = ['application/atom+xml', 'application/xml', 'text/xml'];
const TAGGED = { ETag: { description: 'Strong entity tag', schema: { type: 'string' as const } } };
const ATOM_CONTENT = { 'application/atom+xml': { schema: { type: 'string' as const } } };
/** So many changes are looked up; releases stand among them. */
const MOST_CHANGES = 50;

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What changed, for feed readers. */
@ApiTags('Reports')
@Controller('api/v1/feeds')
export class ChangeFeedsController {
  constructor(
    private readonly changes: RecentChangeRepository,
    private readonly releases: ReleaseService,
    private readonly sources: ReportSourcesService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get('countries/:iso3.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({
    summary: 'What changed about a country, as an Atom feed',
    description:
      'The newest 50: batches accepted and taken back, by community, and releases. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofCountry(
    @Param() { iso3 }: Iso3Request,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.answer({ request, reply }, async ({ lookUp }, language, releases) => {
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
      'The newest 50: batches accepted and taken back, by community, and releases. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofIssue(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.answer({ request, reply }, async ({ lookUp }, language, releases) => {
      const { catalogue } = lookUp;
      const known = catalogue.issues.map((issue) => issue.code);
      requireFound(lookUp.issue(code), 'issue_not_found', code, known);
      const indicators = lookUp.indicatorsOfIssue(code).map((indicator) => indicator.code);
      const changes = await this.changes.ofIndicators(indicators, MOST_CHANGES);
      const page = `/${language}/issues/${code}`;
      return {
        title: translate(language, 'feed.issue', { issue: nameIn(catalogue, language, 'issue', code) }),
        page,
        entries: [
          ...changeEntries(changes, catalogue, language, { about: `issue/${code}`, page }),
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
    return this.answer({ request, reply }, ({ lookUp }, language, releases) => ({
      title: translate(language, 'feed.releases', {
        framework: frameworkIn(lookUp.catalogue, language).name,
      }),
      page: `/${language}/releases`,
      entries: releaseEntries(releases, language),
    }));
  }

  /** Feed readers ask often: what they have already is not made again. */
  private async answer(
    { request, reply }: Asked,
    make: (
      sources: ReportSources,
      language: Language,
      releases: readonly Release[],
    ) => Promise<Omit<ChangeFeed, 'base' | 'path'>> | Omit<ChangeFeed, 'base' | 'path'>,
  ): Promise<string | undefined> {
    const [sources, releases] = await Promise.all([this.sources.current(), this.releases.list()]);
    const language = readerLanguage(request);
    const [path = ''] = request.url.split('?');
    const state = [buildId, sources.fingerprint, releases.map(({ id }) => id).join(' ')];
    const tag = entityTag(...state, language, path, normalisedQuery(request.url));
    const known = isKnown(request.headers['if-none-match'], tag);
    const made = known ? undefined : await make(sources, language, releases);
    reply.headers({ etag: tag, 'cache-control': 'no-cache' });
    if (made === undefined) {
      reply.status(304);
      return undefined;
    }
    reply.type('application/atom+xml; charset=utf-8');
    return changeFeedText({ ...made, base: publicBase(this.config, request), path }, language);
  }
}
