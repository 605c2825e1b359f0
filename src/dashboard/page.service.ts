import { Injectable } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { buildId } from '../platform/build-id.js';
import { entityTag, isKnown } from '../platform/entity-tag.js';
import { ReportMemory } from '../reports/report-memory.js';
import { ReportSourcesService } from '../reports/report-sources.service.js';
import type { ReportSources } from '../reports/report-sources.js';
import { readAssets, type Assets } from './assets.js';
import type { Frame } from './layout.js';
import { acceptsGzip, languageOf, pageHeaders } from './page-headers.js';
import { renderPage } from './render-page.js';
import type { Visitor } from './visitor.js';
import { wordsOf } from './words.js';

/** So many written pages are kept at one data revision; an address longer than this is not worth keeping. */
const pagesKept = 128;
const longestAddress = 300;

/** What a page is made with. */
export interface PageContext {
  readonly frame: Frame;
  readonly sources: ReportSources;
}

interface WrittenPage {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

/** Writes pages: once for each state of the data, and not at all for whoever has them already. */
@Injectable()
export class PageService {
  private readonly written = new ReportMemory(pagesKept);
  private assets: Assets | undefined;

  constructor(private readonly sources: ReportSourcesService) {}

  /** Answers with a page that depends on nothing but its address and the state of the data. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (context: PageContext) => JSX.Element | Promise<JSX.Element>,
  ): Promise<void> {
    const context = await this.context(request);
    const { sources } = context;
    const gzip = acceptsGzip(request.headers['accept-encoding']);
    const tag = entityTag(buildId, sources.fingerprint, request.url, gzip ? 'gzip' : 'plain');
    void reply.headers({ ...pageHeaders(context.frame.words.language), etag: tag });
    if (isKnown(request.headers['if-none-match'], tag)) {
      await reply.status(304).send();
      return;
    }
    const page =
      (this.written.recall(sources, request.url) as WrittenPage | undefined) ?? write(await make(context));
    if (request.url.length <= longestAddress) this.written.remember(sources, request.url, () => page);
    if (gzip) void reply.header('content-encoding', 'gzip');
    await reply.send(gzip ? page.gzipped : page.plain);
  }

  /**
   * Answers with a page that is not kept anywhere: one that may change without the data, tells a problem, or is meant
   * for somebody who is signed in.
   */
  async answerOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (context: PageContext) => JSX.Element | Promise<JSX.Element>,
    { status = 200, visitor }: { readonly status?: number; readonly visitor?: Visitor | undefined } = {},
  ): Promise<void> {
    const context = await this.context(request, visitor);
    const page = await make(context);
    await reply
      .status(status)
      .headers({ ...pageHeaders(context.frame.words.language), 'cache-control': 'private, no-store' })
      .send(renderPage(page));
  }

  private async context(request: FastifyRequest, visitor?: Visitor): Promise<PageContext> {
    const sources = await this.sources.current();
    const { framework, method } = sources.lookUp.catalogue;
    return {
      sources,
      frame: {
        words: wordsOf(languageOf(request)),
        assets: (this.assets ??= readAssets()),
        framework,
        method,
        revision: sources.board.revision,
        ...(visitor !== undefined && { visitor }),
      },
    };
  }
}

function write(page: JSX.Element): WrittenPage {
  const plain = Buffer.from(renderPage(page));
  return { plain, gzipped: gzipSync(plain) };
}
