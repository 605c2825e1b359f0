import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { preferredLanguage, sourceLanguage, type Language } from '../../language/language.js';
import { API_HEADERS } from '../../platform/http/security-headers.js';
import { Problem } from '../../platform/problem.js';
import { problemDocument } from './problem-document.js';

// For the web server's own options: what cannot be read reaches no route and no filter.

/** Answers addresses that cannot be read. */
export function answerUnreadableAddress(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = new Problem('unreadable_address', error.statusCode === 414 ? 414 : 400);
  const instance = request.raw.url?.split('?')[0] ?? '';
  const { headers, body } = written(problem, instance, preferredLanguage(request.headers['accept-language']));
  void reply.status(problem.status).headers(headers).send(body);
}

/** Answers on the bare connection what is no request that the web server could make out. */
export function answerUnreadableRequest(error: Error & { readonly code: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error.code);
  const { headers, body } = written(problem, '', sourceLanguage);
  const head = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  socket.end(
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}\r\n` +
      `${head.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')}\r\n${body}`,
  );
}

function problemOf(code: string): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('head_too_large', 431);
  return code === 'ERR_HTTP_REQUEST_TIMEOUT'
    ? new Problem('too_slow', 408)
    : new Problem('malformed_request', 400);
}

function written(
  problem: Problem,
  instance: string,
  language: Language,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const requestId = randomUUID();
  return {
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...API_HEADERS,
      'access-control-allow-origin': '*',
      'x-request-id': requestId,
    },
    body: JSON.stringify(problemDocument(problem, { instance, requestId }, language)),
  };
}
