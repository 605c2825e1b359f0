import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Circumstances } from '../../platform/circumstances.js';
import { Problem } from '../../platform/problem.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';

/** Tells the version of a thing that people change, e.g. `contributor-12`. */
export function versionTag(thing: string, version: number): string {
  return `"${thing}-${String(version)}"`;
}

/**
 * What goes along with a change that a request asks for.
 * @param address where the thing is read with its ETag
 * @throws Problem precondition_required (428) when it does not say which version it was decided on
 */
export function changeOf(request: FastifyRequest, thing: string, address: string): Circumstances {
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem('precondition_required', 428, { address });
  return { requestId: request.id, ifVersion: versionsIn(header, thing) };
}

/** `undefined` for the star, which allows any. Source: RFC 9110, section 13.1.1. */
function versionsIn(header: string, thing: string): readonly number[] | undefined {
  if (header.trim() === '*') return undefined;
  return header.split(',').flatMap((tag) => {
    const [, of, version] = /^"(.+)-([1-9]\d{0,8})"$/.exec(tag.trim()) ?? [];
    return of === thing ? [Number(version)] : [];
  });
}

/** The route makes its change only when the thing is still as the person saw it. */
export function ChangesVersion(example: string): MethodDecorator {
  return applyDecorators(
    ProblemAnswers(412, 428),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description:
        'ETag of what is changed as you saw it: it is changed only when it is still so. `*` changes it anyway',
      schema: { type: 'string', example },
    }),
  );
}

/** Headers of an answer that tells the version, for the description. */
export const WITH_TAG = { ETag: { description: 'Its version, for If-Match', schema: { type: 'string' } } };
