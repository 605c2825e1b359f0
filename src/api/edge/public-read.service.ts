import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Language } from '../../language/language.js';
import { buildId } from '../../platform/build-id.js';
import { entityTag, isKnown, normalisedQuery } from '../../platform/entity-tag.js';
import { ReportMemory } from '../../reports/report-memory.js';
import { MomentService } from '../../reports/moment.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { chooseMedia, MEDIA_TYPES, type Suffix } from './media.js';
import { readerLanguage } from './reader-language.js';
import type { Representation } from './representation.js';

/** So many questions (of so many characters) and written answers (of so many bytes) are kept at one data revision. */
const QUESTIONS_KEPT = 1_000;
const LONGEST_QUESTION = 500;
const ANSWERS_KEPT = 64;
const LONGEST_ANSWER = 600_000;
/** Headers that handlers set themselves. */
const OWN_HEADERS = ['link', 'content-disposition'];

/** What a public read asks for. */
interface Question {
  readonly sources: ReportSources;
  readonly media: Suffix;
  readonly language: Language;
  /** Stands for the state of data and catalogue, this build, the language, the form and the query. */
  readonly tag: string;
}

interface Answer {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers public reads: picks the form, tells who has the answer already, and keeps what was written. */
@Injectable()
export class PublicReadService {
  private readonly questions = new ReportMemory(QUESTIONS_KEPT);
  private readonly answers = new ReportMemory(ANSWERS_KEPT);
  private readonly open = new WeakMap<FastifyRequest, Question>();

  constructor(
    private readonly sources: ReportSourcesService,
    private readonly moments: MomentService,
  ) {}

  /**
   * Answers what needs no handler: a 304, or what was written before. Everything else is left open for the handler
   * and `write`.
   * @param offers forms of the answer, best first
   * @returns nothing when it was decided at once, which is the rule
   * @throws Problem `not_acceptable`
   */
  answerAtOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    offers: readonly Suffix[],
  ): Promise<void> | undefined {
    const answer = (sources: ReportSources): void => this.answerFrom(sources, request, reply, offers);
    const release = releaseOf(request.url);
    if (release !== undefined) return this.ofRelease(release).then(answer);
    const sources = this.sources.known();
    if (sources === undefined) return this.sources.current().then(answer);
    answer(sources);
    return undefined;
  }

  /** What a release says; for one that cannot be read the present state, and the handler tells why. */
  private ofRelease(release: string): Promise<ReportSources> {
    return this.moments.at({ release }).catch(() => this.sources.current());
  }

  private answerFrom(
    sources: ReportSources,
    request: FastifyRequest,
    reply: FastifyReply,
    offers: readonly Suffix[],
  ): void {
    void reply.header('vary', 'accept, accept-language');
    const question = this.questionOf(request, offers, sources);
    void reply.headers({ etag: question.tag, 'cache-control': cacheControl(request, sources) });
    if (isKnown(request.headers['if-none-match'], question.tag)) {
      void reply.status(304).send();
      return;
    }
    void reply.header('content-language', question.language);
    const kept = this.answers.recall(question.sources, question.tag) as Answer | undefined;
    if (kept === undefined) this.open.set(request, question);
    else if (wantsNothing(request)) void reply.status(304).send();
    else void reply.headers(kept.headers).send(kept.body);
  }

  /** Writes what a handler offers in the form that was asked for; nothing, with 304, to who wants none of it. */
  async write(
    representation: Representation,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Buffer | Readable | undefined> {
    const question = this.open.get(request);
    if (question === undefined) throw new RangeError('Only what was asked for is written');
    const { sources, media, tag } = question;
    if (wantsNothing(request)) {
      void reply.status(304);
      return undefined;
    }
    const make = representation[media];
    if (make === undefined) throw new RangeError(`The handler offers no ${media}`);
    const body = bytesOf(await make());
    void reply.type(MEDIA_TYPES[media]);
    const release = releaseOf(request.url);
    const now = await (release === undefined ? this.sources.current() : this.ofRelease(release));
    if (now.fingerprint !== sources.fingerprint) {
      // The data moved meanwhile: the tag may stand for another state than the answer.
      void reply.removeHeader('etag');
    } else if (Buffer.isBuffer(body) && body.length <= LONGEST_ANSWER) {
      const own = OWN_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
      const said = own.filter((header): header is readonly [string, string] => typeof header[1] === 'string');
      const headers = { 'content-type': MEDIA_TYPES[media], ...Object.fromEntries(said) };
      this.answers.remember(sources, tag, (): Answer => ({ body, headers }));
    }
    return body;
  }

  private questionOf(request: FastifyRequest, offers: readonly Suffix[], sources: ReportSources): Question {
    const { accept, 'accept-language': languages } = request.headers;
    const key = `${request.url}\n${accept ?? ''}\n${languages ?? ''}`;
    const ask = (): Question => questionOf(request, offers, sources);
    return key.length > LONGEST_QUESTION ? ask() : this.questions.remember(sources, key, ask);
  }
}

function questionOf(request: FastifyRequest, offers: readonly Suffix[], sources: ReportSources): Question {
  const path = (request.url.split('?')[0] ?? '').replace(/\/$/, '');
  const media = chooseMedia(path, request.headers.accept, offers);
  const language = readerLanguage(request);
  const resource = path.endsWith(`.${media}`) ? path.slice(0, -media.length - 1) : path;
  const tag = entityTag(
    ...[buildId, sources.fingerprint, language, media, resource, normalisedQuery(request.url)],
  );
  return { sources, media, language, tag };
}

/** The release that is asked for, be it at an address that takes one or not. */
function releaseOf(url: string): string | undefined {
  if (!url.includes('release=')) return undefined;
  return new URLSearchParams(url.slice(url.indexOf('?'))).get('release') ?? undefined;
}

/** What a release says never changes. */
function cacheControl({ routeOptions }: FastifyRequest, { release }: ReportSources): string {
  const isFrozen = release !== undefined || routeOptions.config.frozen === true;
  return isFrozen ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Whether whatever there is is known already: the star. Source: RFC 9110, 13.1.2. */
function wantsNothing({ headers }: FastifyRequest): boolean {
  return headers['if-none-match']?.trim() === '*';
}

function bytesOf(body: object | string): Buffer | Readable {
  if (Buffer.isBuffer(body) || body instanceof Readable) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
