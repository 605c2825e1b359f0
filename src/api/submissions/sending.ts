import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { readAnswers } from '../../submissions/checking/answers.js';
import type { SentContent } from '../../submissions/receiving/checking.service.js';
import type { Sending } from '../../submissions/receiving/receive.service.js';
import type { SubmissionReport } from '../../submissions/receiving/report.js';
import { sentFileName } from '../edge/multipart-file.setup.js';
import { isYes } from '../edge/query-values.decorator.js';
import { SENT_ROW_LIMITS } from '../../submissions/receiving/sent-limits.js';
import type { SendRequest } from './submission.request.js';

/** HTTP status of what came of sending. */
export function statusOf({ state, repeated }: SubmissionReport): number {
  if (state === 'checking') return 202;
  return state === 'checked' || repeated ? 200 : 201;
}

/** What a request sends, with what it says about it. */
export function sendingOf(
  content: SentContent,
  query: SendRequest,
  actor: Actor,
  request: FastifyRequest,
): Sending {
  return {
    actor,
    community: query.community,
    channel: 'api',
    content,
    fileName: query.fileName ?? sentFileName(request),
    mediaType: request.headers['content-type']?.split(';')[0] ?? '',
    limits: SENT_ROW_LIMITS,
    answers: readAnswers(query),
    partial: query.partial === undefined ? undefined : isYes(query.partial),
    requestId: request.id,
  };
}
