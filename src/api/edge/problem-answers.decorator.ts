import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemResponse } from './problem.response.js';

const WHEN: Readonly<Record<number, string>> = {
  400: 'A parameter, code or body is not as described',
  401: 'No key, or one that is unknown, expired or revoked',
  403: 'The key does not allow this',
  404: 'There is no such thing, or it is not for this reader',
  406: 'None of the forms offered is accepted',
  409: 'Somebody else was faster, or the state does not allow this',
  412: 'It is no longer as you saw it',
  413: 'Larger than allowed',
  415: 'A media type that is not read here',
  422: 'Read, and refused: see the errors',
  428: 'The version it was decided on is missing: send If-Match',
  429: 'More often than allowed',
  500: 'Our own mistake; the log knows more under the request id',
  503: 'The database is away, or what is asked for is still being computed; try again soon',
  507: 'No space left to receive it',
};

/** The problem documents a route may answer with. */
export function ProblemAnswers(...statuses: readonly number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemResponse),
    ...[...new Set(statuses)].sort().map((status) => ApiResponse({ status, ...problemAnswer(status) })),
  );
}

/** How the description tells of a problem with a status. */
export function problemAnswer(status: number) {
  return {
    description: WHEN[status] ?? 'It failed',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemResponse) } } },
  };
}
