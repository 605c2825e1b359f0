import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, isKnown } from '../../platform/entity-tag.js';
import { Problem } from '../../platform/problem.js';
import type { ReleaseStep } from '../../reports/releases/release.service.js';

/** Tells the manifest of a release, and what is said of it beside. */
export function releaseTag(manifestSha256: string, ...said: readonly string[]): string {
  return `"${manifestSha256}.${entityTag(...said).slice(1)}`;
}

/**
 * What goes along with a step on a release: the manifest that was looked at.
 * @throws Problem precondition_required (428) when the request does not say which one
 */
export function releaseStep(request: FastifyRequest, id: string): ReleaseStep {
  const header = request.headers['if-match'];
  if (header === undefined) {
    throw new Problem('precondition_required', 428, { address: `/api/v1/releases/${id}` });
  }
  const tags = [...header.matchAll(/"([0-9a-f]{64})[^"]*"/g)].map(([, manifest = '']) => manifest);
  return { requestId: request.id, ifManifest: header.trim() === '*' ? undefined : tags };
}

/** Sends nothing but a 304 to who has it already. @returns what to send */
export function unlessKnown<Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  answer: Answer,
): Answer | undefined {
  reply.header('etag', tag);
  if (!isKnown(request.headers['if-none-match'], tag)) return answer;
  reply.status(304);
  return undefined;
}

/** What everybody may read may be kept by everybody. @param frozen whether it never changes */
export function keeping(isPublic: boolean, frozen = false): string {
  if (!isPublic) return 'private, no-store';
  return frozen ? 'public, max-age=31536000, immutable' : 'public, no-cache';
}
