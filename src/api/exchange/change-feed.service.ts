import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../language/language.js';
import { buildId } from '../../platform/build-id.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { entityTag, isKnown, normalisedQuery } from '../../platform/entity-tag.js';
import { publicBase } from '../../platform/public-base.js';
import { ReleaseService } from '../../reports/releases/release.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import type { Release } from '../../scoring/releases/release.js';
import { readerLanguage } from '../edge/reader-language.js';
import { changeFeedText, type ChangeFeed } from './change-feed.js';

export const ATOM_TYPES = ['application/atom+xml', 'application/xml', 'text/xml'];
export const TAGGED = { ETag: { description: 'Strong entity tag', schema: { type: 'string' as const } } };
export const ATOM_CONTENT = { 'application/atom+xml': { schema: { type: 'string' as const } } };
/** So many changes are looked up; releases stand among them. */
export const MOST_CHANGES = 50;

type Made = Omit<ChangeFeed, 'base' | 'path'>;

/** Answers with feeds. Feed readers ask often: what they have already is not made again. */
@Injectable()
export class ChangeFeedService {
  constructor(
    private readonly releases: ReleaseService,
    private readonly sources: ReportSourcesService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** @returns `undefined` for a reader who has it already */
  async answer(
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    make: (sources: ReportSources, language: Language, releases: readonly Release[]) => Promise<Made> | Made,
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
