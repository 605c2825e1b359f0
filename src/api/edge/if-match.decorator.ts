import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../platform/problem.js';
import type { Circumstances } from '../../platform/circumstances.js';
import type { Submission } from '../../submissions/submission.js';
import { ProblemAnswers } from './problem-answers.decorator.js';

/** Tells the version of a submission: each step it takes gives it another one. */
export function submissionTag({ receipt, version }: Pick<Submission, 'receipt' | 'version'>): string {
  return `"${receipt}-${String(version)}"`;
}

/**
 * What goes along with a step that a request asks for.
 * @throws Problem precondition_required (428) when it does not say which version it was decided on
 */
export function circumstancesOf(request: FastifyRequest, receipt: string): Circumstances {
  const header = request.headers['if-match'];
  if (header === undefined) {
    throw new Problem('precondition_required', 428, { address: `/api/v1/submissions/${receipt}` });
  }
  return { requestId: request.id, ifVersion: versionsOf(header, receipt) };
}

/**
 * The versions of a submission that an If-Match header allows; `undefined` when it is the star, which allows any. A tag
 * of something else, or a weak one, matches nothing. Source: RFC 9110, section 13.1.1.
 */
export function versionsOf(header: string, receipt: string): readonly number[] | undefined {
  if (header.trim() === '*') return undefined;
  return header.split(',').flatMap((tag) => {
    const [, of, version] = /^"([0-9a-f]+)-([1-9]\d{0,8})"$/.exec(tag.trim()) ?? [];
    return of === receipt ? [Number(version)] : [];
  });
}

/** The route takes its step only when the submission is still as the person saw it. */
export function TakesIfMatch(): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ProblemAnswers(412, 428),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description:
        'ETag of the submission as you saw it: the step is taken only when it is still so. `*` takes it whatever it is now',
      schema: { type: 'string', example: '"0123456789abcdef0123456789abcdef-3"' },
    }),
  );
}
