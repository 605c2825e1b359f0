import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { from, mergeMap, of, tap, type Observable } from 'rxjs';
import { buildId } from '../platform/build-id.js';
import { ReportMemory } from '../reports/report-memory.js';
import { ReportSourcesService } from '../reports/report-sources.service.js';
import { entityTag, isKnown, normalisedQuery } from '../platform/entity-tag.js';
import { chooseMedia, MEDIA_TYPES, type Suffix } from './media.js';
import { readerLanguage } from './reader-language.js';
import type { Body, Representation } from './representation.js';

/** Metadata key: the forms a public read offers, best first. */
export const OFFERS = 'iww:offers';

/** So many written answers are kept at one data revision; longer ones than this (characters or bytes) are not. */
const ANSWERS_KEPT = 64;
const LONGEST_KEPT = 600_000;

interface KeptAnswer {
  readonly body: string | Buffer;
  readonly link: string | undefined;
}

/**
 * Answers public reads: picks the form, decides a 304 before the handler runs, and writes what the handler offers.
 * The entity tag stands for the state of data and catalogue, this build, the language, the form and the query.
 */
@Injectable()
export class PublicReadInterceptor implements NestInterceptor<Representation, Body | undefined> {
  private readonly written = new ReportMemory(ANSWERS_KEPT);

  constructor(
    private readonly reflector: Reflector,
    private readonly sources: ReportSourcesService,
  ) {}

  async intercept(
    context: ExecutionContext,
    next: CallHandler<Representation>,
  ): Promise<Observable<Body | undefined>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const path = (request.url.split('?')[0] ?? '').replace(/\/$/, '');
    const offered = this.reflector.get<readonly Suffix[]>(OFFERS, context.getHandler());
    const media = chooseMedia(path, request.headers.accept, offered);
    const language = readerLanguage(request);
    const sources = await this.sources.current();
    const tag = entityTag(
      buildId,
      sources.fingerprint,
      language,
      media,
      path.replace(new RegExp(`\\.${media}$`), ''),
      normalisedQuery(request.url),
    );
    reply.headers({
      etag: tag,
      'cache-control': 'no-cache',
      'content-language': language,
      vary: 'accept, accept-language',
    });
    if (isKnown(request.headers['if-none-match'], tag)) {
      reply.status(304);
      return of(undefined);
    }
    reply.type(MEDIA_TYPES[media]);
    const kept = this.written.recall(sources, tag) as KeptAnswer | undefined;
    if (kept !== undefined) {
      if (kept.link !== undefined) reply.header('link', kept.link);
      return of(kept.body);
    }
    return next.handle().pipe(
      mergeMap((representation) => from(write(representation, media))),
      tap((body) => {
        const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
        if (!isWhole || body.length > LONGEST_KEPT) return;
        const link = reply.getHeader('link');
        this.written.remember(sources, tag, () => ({
          body,
          link: typeof link === 'string' ? link : undefined,
        }));
      }),
    );
  }
}

async function write(representation: Representation, media: Suffix): Promise<Body> {
  const make = representation[media];
  if (make === undefined) throw new RangeError(`The handler offers no ${media}`);
  const body = await make();
  const isPlain = typeof body === 'object' && !Buffer.isBuffer(body) && !(body instanceof Readable);
  return isPlain ? JSON.stringify(body) : body;
}
