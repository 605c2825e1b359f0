import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languages } from '../../language/language.js';
import { PastObservationRepository } from '../../observations/past-observation.repository.js';
import { buildId } from '../../platform/build-id.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { entityTag, isKnown } from '../../platform/entity-tag.js';
import { Problem } from '../../platform/problem.js';
import { publicBase } from '../../platform/public-base.js';
import { ReleaseService } from '../../reports/releases/release.service.js';
import { ReportMemory } from '../../reports/report-memory.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { SHARED } from '../edge/cross-origin.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { dataCatalogue } from './data-catalogue.js';
import { SitemapService, type SiteState } from './sitemap.service.js';

const FILES_KEPT = 16;

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Files at the root by which portals and search engines find the data and the pages. */
@ApiExcludeController()
@Controller()
export class SiteFilesController {
  private readonly written = new ReportMemory(FILES_KEPT);

  constructor(
    private readonly sources: ReportSourcesService,
    private readonly releases: ReleaseService,
    private readonly past: PastObservationRepository,
    private readonly sitemap: SitemapService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get('catalog.jsonld')
  @RouteSays({ headers: SHARED })
  async catalogue(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.answer({ request, reply }, 'application/ld+json; charset=utf-8', async (state) => {
      const modified = await this.past.momentOf(state.sources.board.revision);
      return JSON.stringify(dataCatalogue({ ...state, modified }));
    });
  }

  @Get('sitemap.xml')
  async sitemapIndex(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.answer({ request, reply }, XML, ({ base }) => this.sitemap.index(base));
  }

  @Get('sitemaps/:lang.xml')
  async sitemapOf(
    @Param('lang') language: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    if (!languages.includes(language)) {
      throw new Problem('no_such_address', 404, { path: request.url.split('?')[0] ?? '' });
    }
    return this.answer({ request, reply }, XML, (state) => this.sitemap.pages(state, language));
  }

  /** Source: RFC 9309. */
  @Get('robots.txt')
  async robots(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.answer({ request, reply }, 'text/plain; charset=utf-8', ({ base }) =>
      Promise.resolve([...ROBOTS, `Sitemap: ${base}/sitemap.xml`, ''].join('\n')),
    );
  }

  private async answer(
    { request, reply }: Asked,
    type: string,
    make: (state: SiteState) => Promise<string>,
  ): Promise<string | undefined> {
    const [sources, releases] = await Promise.all([this.sources.current(), this.releases.list()]);
    const base = publicBase(this.config, request);
    const [path = ''] = request.url.split('?');
    const state = [buildId, sources.fingerprint, releases.map(({ id }) => id).join(' '), base, path];
    const tag = entityTag(...state);
    void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
    if (isKnown(request.headers['if-none-match'], tag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.type(type);
    const kept = this.written.recall(sources, tag) as string | undefined;
    if (kept !== undefined) return kept;
    const made = await make({ sources, releases, base });
    return this.written.remember(sources, tag, () => made);
  }
}

const XML = 'application/xml; charset=utf-8';
/** Programs may read everything; search engines find pages and reports, and leave answers to questions alone. */
const ROBOTS = [
  'User-agent: *',
  'Allow: /api/docs',
  'Allow: /api/v1/reports/',
  'Disallow: /api/',
  'Disallow: /sdmx/',
];
