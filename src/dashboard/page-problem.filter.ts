import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { databaseProblem } from '../platform/database-faults.js';
import { logMistake } from '../platform/http/log-mistake.js';
import { Problem } from '../platform/problem.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { Frame } from './layout.js';
import { pageHeaders, languageOf } from './page-headers.js';
import { readAssets } from './assets.js';
import { PageService } from './page.service.js';
import { BareProblemPage } from './pages/bare-problem.page.js';
import { ProblemPage } from './pages/problem.page.js';
import { renderPage } from './render-page.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf, type Words } from './words.js';

/** Tells failures of page addresses as a page: expected ones in full, our own mistakes without detail. */
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Dashboard');

  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** As `catch`, for what fails on the way to a page. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    this.tell(problemOf(error, request.url), error, request, reply).catch((failure: unknown) => {
      logMistake(this.logger, request, failure);
      void bareAnswer(new Problem('internal', 500), request, reply);
    });
  }

  private async tell(
    problem: Problem,
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    void reply.removeHeader('etag');
    if (problem.code === 'sign_in_needed') {
      await reply.redirect(signInAddress(request, String(problem.params['address'] ?? '')), 303);
      return;
    }
    if (problem.code === 'conduct_not_accepted') {
      await reply.redirect(acceptanceAddress(request), 303);
      return;
    }
    if (problem.status >= 500 || problem.status === 429) {
      if (problem.status === 500) logMistake(this.logger, request, error);
      await bareAnswer(problem, request, reply);
      return;
    }
    // What is not for everybody may be for them.
    const mayBeTheirs = problem.code === 'submission_not_found';
    const visitor =
      mayBeTheirs || problem.status === 403 ? await this.visitors.visitorOf(request) : undefined;
    const signIn = mayBeTheirs && visitor === undefined ? signInAddress(request, request.url) : undefined;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources }) =>
        h(ProblemPage, {
          frame,
          signIn,
          ...wordsFor(problem, frame.words),
          suggestion: suggestionOf(problem, sources.lookUp, frame),
        }),
      { status: problem.status, visitor },
    );
  }
}

/** Where to accept the Code of Conduct, and come back from there; a form that was sent cannot be gone back to. */
function acceptanceAddress(request: FastifyRequest): string {
  const back = request.method === 'GET' ? `?${new URLSearchParams({ to: request.url }).toString()}` : '';
  return `${wordsOf(languageOf(request)).to('conduct', 'acceptance')}${back}`;
}

/** Where to sign in, and come back from there. */
function signInAddress(request: FastifyRequest, back: string): string {
  return `${wordsOf(languageOf(request)).to('sign-in')}?${new URLSearchParams({ to: back }).toString()}`;
}

function problemOf(error: unknown, url: string): Problem {
  if (error instanceof Problem) return error;
  const fault = databaseProblem(error);
  if (fault !== undefined) return fault;
  if (error instanceof HttpException && error.getStatus() < 500) {
    return new Problem('no_such_address', 404, { path: url.split('?')[0] ?? '' });
  }
  return unreadable(statusOf(error)) ?? new Problem('internal', 500);
}

/** What the web server itself says of a request. */
function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
}

function unreadable(status: unknown): Problem | undefined {
  if (status === 413) return new Problem('body_too_large', 413);
  if (status === 415) return new Problem('unsupported_media_type', 415);
  return typeof status === 'number' && status < 500 ? new Problem('malformed_request', status) : undefined;
}

/** What happened, in the words of its code; a problem that has none is told in general ones. */
function wordsFor(
  { code, params }: Problem,
  words: Words,
): { readonly title: string; readonly detail: string } {
  const key = words.has(`problem.${code}.detail`) ? `problem.${code}` : 'problem.page';
  return { title: words.t(`${key}.title`, params), detail: words.t(`${key}.detail`, params) };
}

/** Without anything that could fail again. */
async function bareAnswer(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const words = wordsOf(languageOf(request));
  await reply
    .status(problem.status)
    .headers({
      ...pageHeaders(words.language),
      'cache-control': 'no-store',
      ...(problem.status === 503 && { 'retry-after': '5' }),
    })
    .send(
      renderPage(
        h(BareProblemPage, {
          words,
          stylesheet: stylesheet(),
          ...wordsFor(problem, words),
          again: request.method === 'GET' ? request.url : undefined,
          request: problem.status === 500 ? request.id : undefined,
        }),
      ),
    );
}

/** Address of the style sheet; a page about a failure does without one rather than fail as well. */
function stylesheet(): string | undefined {
  try {
    return readAssets()['style.css'];
  } catch {
    return undefined;
  }
}

/** The page of the nearest code, where the problem names one. */
function suggestionOf(
  { code, params }: Problem,
  lookUp: LookUp,
  { words, named }: Frame,
): { readonly address: string; readonly name: string } | undefined {
  const nearest = String(params['suggestion'] ?? '');
  if (nearest === '') return undefined;
  const area = lookUp.area(nearest);
  const issue = lookUp.issue(nearest);
  const line = lookUp.actionLine(nearest);
  const target = lookUp.sdgTarget(nearest);
  const indicator = lookUp.indicator(nearest);
  const page = {
    area_not_found: { section: 'countries', name: area && words.area(area) },
    issue_not_found: { section: 'issues', name: issue && named('issue', issue) },
    action_line_not_found: { section: 'wsis', name: line && named('action_line', line) },
    sdg_target_not_found: { section: 'sdgs', name: target && named('sdg_target', target) },
    indicator_not_found: { section: 'indicators', name: indicator && named('indicator', indicator) },
  }[code];
  return page && { address: words.to(page.section, nearest), name: page.name ?? nearest };
}
