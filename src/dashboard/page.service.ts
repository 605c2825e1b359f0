import { Inject, Injectable } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { frameworkIn, unitIn } from '../catalogue/text-in.js';
import { holdsKey } from '../access/key-in-address.js';
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
import { chosenLanguage, rememberingHeaders } from './chosen-language.js';
import type { Frame } from './layout.js';
import { readLogo, type OperatorFacts } from './operator-facts.js';
import { belowLanguage } from './page-address.js';
import { acceptsGzip, languageOf, pageHeaders } from './page-headers.js';
import { renderPage } from './render-page.js';
import { toldIn } from './told.js';
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
  private readonly operator: OperatorFacts;
  private readonly operatorTag: string;

  constructor(
    private readonly moments: MomentService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'operator' | 'mail'>,
  ) {
    const { operator, mail } = config;
    this.operator = { ...operator, logo: readLogo(operator)?.address };
    this.operatorTag = JSON.stringify([this.operator, mail !== undefined]);
  }

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
    const tag = entityTag(buildId, this.operatorTag, sources.fingerprint, address, gzip ? 'gzip' : 'plain');
    void reply.headers({
      ...pageHeaders(context.frame.words.language),
      ...headers,
      etag: tag,
      ...remembering(request),
    });
    if (sources.asOf !== undefined) void reply.header('x-robots-tag', 'noindex');
    if (isKnown(request.headers['if-none-match'], tag)) {
      await reply.status(304).send();
      return;
    }
    const page =
      (this.written.recall(sources, address) as WrittenPage | undefined) ??
      write(await make(asPublic(context)), moment);
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
      .headers({
        ...pageHeaders(context.frame.words.language),
        ...remembering(request),
        'cache-control': 'private, no-store',
      })
      .send(renderPage(page));
  }

  private async context(
    request: FastifyRequest,
    visitor?: Visitor,
    moment: ReportMoment = {},
  ): Promise<PageContext> {
    const sources = await this.moments.at(moment);
    const { catalogue } = sources.lookUp;
    const { method, names } = catalogue;
    const words = wordsOf(languageOf(request));
    const told = toldIn(catalogue, words);
    return {
      sources,
      moment,
      frame: {
        words,
        named: (kind, { code, name }) => names?.[words.language]?.[kind]?.[code] ?? name,
        told,
        phrase: (english) => told('phrase', english ?? '', 'name', english),
        unit: (english) => unitIn(catalogue, words.language, english),
        assets: (this.assets ??= readAssets()),
        framework: frameworkIn(catalogue, words.language),
        method,
        path: request.method === 'GET' && !holdsKey(request.url) ? belowLanguage(request.url) : '',
        operator: this.operator,
        isMailSetUp: this.config.mail !== undefined,
        revision: sources.board.revision,
        moment: sources,
        base: publicBase(this.config, request),
        ...(visitor !== undefined && { visitor }),
      },
    };
  }
}

/** Of the present or of a release: other states are not to be found by search engines. */
function asPublic(context: PageContext): PageContext {
  return { ...context, frame: { ...context.frame, isPublic: context.sources.asOf === undefined } };
}

/** What keeps the choice of a reader who has just come from another language. */
function remembering(request: FastifyRequest): Readonly<Record<string, string>> {
  const chosen = chosenLanguage(request);
  return chosen === undefined ? {} : rememberingHeaders(chosen);
}

function write(page: JSX.Element, moment: ReportMoment): WrittenPage {
  const plain = Buffer.from(keepMoment(renderPage(page), moment));
  return { plain, gzipped: gzipSync(plain) };
}
