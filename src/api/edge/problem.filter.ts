import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseProblem } from '../../platform/database-faults.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { logMistake } from '../../platform/http/log-mistake.js';
import { Problem } from '../../platform/problem.js';
import { htmlPage, PAGE_HEADERS, text } from './html.js';
import { FOR_PROGRAMS, prefersPage } from './media.js';
import { problemDocument } from './problem-document.js';
import type { ProblemResponse } from './problem.response.js';
import { readerLanguage } from './reader-language.js';
import { RouteTable } from './route-table.js';

/** Tells every failure as a problem document (RFC 9457): expected ones in full, our own mistakes without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const path = request.url.split('?')[0] ?? '';
    const problem = this.problemOf(error, request.method, path);
    if (problem.status === 500) logMistake(this.logger, request, error);
    if (reply.sent) {
      reply.raw.destroy();
      return;
    }
    const language = readerLanguage(request);
    const document = problemDocument(problem, { instance: path, requestId: request.id }, language);
    reply
      .removeHeader('etag')
      .status(problem.status)
      .headers({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        'cache-control': 'no-store',
        vary: 'accept, accept-language',
        ...headersOf(problem),
      });
    if (!FOR_PROGRAMS.test(path) && prefersPage(request.headers.accept)) {
      void reply.headers(PAGE_HEADERS).send(problemPage(document, language));
    } else void reply.send(JSON.stringify(document));
  }

  private problemOf(error: unknown, method: string, path: string): Problem {
    if (error instanceof Problem) return error;
    const fault = databaseProblem(error);
    if (fault !== undefined) return fault;
    if (!(error instanceof HttpException)) return new Problem('internal', 500);
    switch (error.getStatus()) {
      case 400:
        return new Problem('malformed_request', 400);
      case 404:
        return this.notFound(method, path);
      case 413:
        return new Problem('body_too_large', 413);
      case 415:
        return new Problem('unsupported_media_type', 415);
      default:
        return error.getStatus() < 500
          ? new Problem('malformed_request', error.getStatus())
          : new Problem('internal', 500);
    }
  }

  private notFound(method: string, path: string): Problem {
    const allowed = this.routes.methodsOf(path);
    return allowed.length === 0
      ? new Problem('no_such_address', 404, { path })
      : new Problem('method_not_allowed', 405, { method, allowed: allowed.join(', ') });
  }
}

/** For people who followed an address that leads nowhere. Text only, so that nothing of it can fail. */
function problemPage({ title, detail }: ProblemResponse, language: Language): string {
  const home = translate(language, 'docs.home');
  return htmlPage(
    text(title),
    `<h1>${text(title)}</h1><p>${text(detail)}</p><p><a href="/${language}/">${text(home)}</a></p>`,
    language,
  );
}

function headersOf({ code, status, params }: Problem): Readonly<Record<string, string>> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="IWW Progress"' };
  if (code === 'method_not_allowed') return { allow: String(params.allowed) };
  return status === 503 ? { 'retry-after': '5' } : {};
}
