import { auditHash, FIRST_HASH, type HashedEntry } from './audit-hash.js';
import type { ChainFaultCode, ChainReport } from './chain-fault.js';

/** A link as it is stored, with the entry it names, if that is there. */
export interface StoredLink {
  readonly number: number;
  readonly hash: string;
  readonly entry: HashedEntry | undefined;
}

/** How far the chain was at some time: the number and hash of its last link. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/**
 * Makes every hash of a chain anew and looks for the first that differs. What a chain says of itself cannot tell that its
 * end is missing or that all of it was written anew: the heads noted outside the database do.
 * @param links in the order of their numbers
 * @param heads in any order
 */
export async function verifyChain(
  links: AsyncIterable<StoredLink>,
  heads: readonly ChainHead[],
): Promise<ChainReport> {
  const waiting = heads.toSorted((one, other) => other.number - one.number);
  let [number, hash, passed] = [0, FIRST_HASH, 0];
  const report = (): ChainReport => ({ links: number, hash, heads: passed });
  const faulty = (code: ChainFaultCode): ChainReport => ({
    ...report(),
    fault: { code, number: number + 1 },
  });
  for await (const link of links) {
    if (link.number !== number + 1)
      return faulty(link.number > number ? 'link_missing' : 'link_out_of_place');
    if (link.entry === undefined) return faulty('entry_missing');
    const made = auditHash(hash, link.number, link.entry);
    if (made !== link.hash) return faulty('hash_differs');
    for (; waiting.at(-1)?.number === link.number; passed++) {
      if (waiting.pop()?.hash !== made) return faulty('head_differs');
    }
    [number, hash] = [link.number, made];
  }
  return waiting.length > 0 ? faulty('tail_missing') : report();
}
