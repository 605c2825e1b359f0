import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalidCursor, nextPageLink, readCursor, writeCursor } from './cursor.js';

/** What makes no difference to which items a list has and in which order. */
const OF_THE_FORM = ['cursor', 'limit', 'count', 'lang', 'bom'];

/**
 * Where a list is to be read on.
 * @throws Problem `invalid_request` when the cursor was not given out for this question
 */
export function readingPlace<Name extends string>(
  { url }: Pick<FastifyRequest, 'url'>,
  cursor: string,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  const { question, ...place } = readCursor(cursor, [...names, 'question'] as (Name | 'question')[]);
  if (question !== questionOf(url)) throw invalidCursor(cursor);
  return place as unknown as Readonly<Record<Name, number>>;
}

/**
 * Says where the next page begins, in the Link header too.
 * @param place absent on the last page
 * @returns its cursor
 */
export function tellNextPage(
  { url }: Pick<FastifyRequest, 'url'>,
  reply: FastifyReply,
  place: Readonly<Record<string, number>> | undefined,
): string | null {
  if (place === undefined) return null;
  const cursor = writeCursor({ ...place, question: questionOf(url) });
  const links = [reply.getHeader('link'), nextPageLink(url, cursor)].filter((link) => link !== undefined);
  reply.header('link', links.join(', '));
  return cursor;
}

/** Tells questions apart, in the numbers that cursors are made of. */
function questionOf(url: string): number {
  const [path = ''] = url.split('?');
  const query = new URLSearchParams(url.slice(path.length));
  for (const name of OF_THE_FORM) query.delete(name);
  query.sort();
  const asked = `${path.replace(/\/?$|\.(json|csv)$/, '')}?${query.toString()}`;
  return createHash('sha256').update(asked).digest().readUInt32BE() >>> 1;
}
