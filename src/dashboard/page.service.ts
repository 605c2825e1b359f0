import { Inject, Injectable } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { buildId } from '../platform/build-id.js';
import { CONFIG, type Config } from '../platform/config.js';
import { entityTag, isKnown } from '../platform/entity-tag.js';
import { publicBase } from '../platform/public-base.js';
import { MomentService } from '../reports/moment.service.js';
import { ReportMemory } from '../reports/report-memory.js';
import type { ReportMoment } from '../reports/report-moment.js';
import type { ReportSources } from '../reports/report-sources.js';
import { askedMoment, keepMoment } from './asked-moment.js';
import { readAssets, type Assets } from './assets.js';
import type { Frame } from './layout.js';
import { acceptsGzip, languageOf, pageHeaders } from './page-headers.js';
import { renderPage } from './render-page.js';
import type { Visitor } from './visitor.js';
import { wordsOf } from './words.js';

/** So many written pages are kept of one state of the data; an address longer than this is not worth keeping. */
const pagesKept = 128;
const longestAddress = 300;

/** What a page is made with. */
export interface PageContext {
  readonly frame: Frame;
  readonly sources: ReportSources;
  /** The state it is asked for: `sources` are of it, and so is to be all else on the page. */
  readonly moment: ReportMoment;
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

  constructor(
    private readonly moments: MomentService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Answers with a page that depends on nothing but its address and the state of the data. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (context: PageContext) => JSX.Element | Promise<JSX.Element>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const moment = askedMoment(request);
    const context = await this.context(request, undefined, moment);
    const { sources } = context;
    const gzip = acceptsGzip(request.headers['accept-encoding']);
    const address = `${context.frame.base ?? ''}${request.url}`;
    const tag = entityTag(buildId, sources.fingerprint, address, gzip ? 'gzip' : 'plain');
    void reply.headers({ ...pageHeaders(context.frame.words.language), ...headers, etag: tag });
    if (sources.asOf !== undefined) void reply.header('x-robots-tag', 'noindex');
    if (isKnown(request.headers['if-none-match'], tag)) {
      await reply.status(304).send();
      return;
    }
    const page =
      (this.written.recall(sources, address) as WrittenPage | undefined) ??
      write(await make(context), moment);
    if (address.length <= longestAddress) this.written.remember(sources, address, () => page);
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

  private async context(
    request: FastifyRequest,
    visitor?: Visitor,
    moment: ReportMoment = {},
  ): Promise<PageContext> {
    const sources = await this.moments.at(moment);
    const { framework, method, names } = sources.lookUp.catalogue;
    const words = wordsOf(languageOf(request));
    return {
      sources,
      moment,
      frame: {
        words,
        named: (kind, { code, name }) => names?.[words.language]?.[kind]?.[code] ?? name,
        assets: (this.assets ??= readAssets()),
        framework,
        method,
        revision: sources.board.revision,
        moment: sources,
        base: publicBase(this.config, request),
        ...(visitor !== undefined && { visitor }),
      },
    };
  }
}

function write(page: JSX.Element, moment: ReportMoment): WrittenPage {
  const plain = Buffer.from(keepMoment(renderPage(page), moment));
  return { plain, gzipped: gzipSync(plain) };
}
