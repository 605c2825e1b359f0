import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListPart } from '../../access/key.repository.js';
import { nextPageLink, readCursor, writeCursor } from '../edge/cursor.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import type { ListRequest } from './list.request.js';

/** A page of things in the order of their ids: what is added meanwhile comes last, so nothing is repeated or missed. */
export async function listedPage<Thing extends { readonly id: number }>(
  { limit = DEFAULT_LIMIT, cursor }: ListRequest,
  list: (part: ListPart) => Promise<readonly Thing[]>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly things: readonly Thing[]; readonly next: string | null }> {
  const { after } = cursor === undefined ? { after: 0 } : readCursor(cursor, ['after']);
  const found = await list({ after, limit: limit + 1 });
  const things = found.slice(0, limit);
  const last = things.at(-1);
  const next = found.length > limit && last !== undefined ? writeCursor({ after: last.id }) : null;
  if (next !== null) reply.header('link', nextPageLink(request.url, next));
  return { things, next };
}
