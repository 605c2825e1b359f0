import { isSignedBy } from '../signature.js';
import { Refusal } from '../refusal.js';
import type { ChainHead } from './verify-chain.js';

/** A head of the audit trail as it is noted outside the database. */
export interface SignedHead extends ChainHead {
  /** When it was noted, UTC. */
  readonly at: string;
  /** Of `headText`, by the key of this installation, base64. */
  readonly signature: string;
}

/** A head as somebody noted it; a note that was made here is signed. */
export type NotedHead = ChainHead & Partial<SignedHead>;

/** What is signed of a head. */
export function headText({ number, hash, at }: Omit<SignedHead, 'signature'>): string {
  return `audit-head\n${String(number)}\n${hash}\n${at}\n`;
}

/** @param publicKey PEM of who is to have signed it; `undefined`: nobody */
export function isSigned({ number, hash, at, signature }: NotedHead, publicKey: string | undefined): boolean {
  if (at === undefined || signature === undefined || publicKey === undefined) return false;
  return isSignedBy(publicKey, headText({ number, hash, at }), signature);
}

/**
 * Heads of a file, one in a line of JSON. A last line that was not finished is none: the note was broken off.
 * @param name of the file, for who reads what is wrong with it
 * @throws Refusal when a line is no head
 */
export function readHeads(text: string, name: string): readonly NotedHead[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, place) => {
    const head = headOf(line);
    if (head !== undefined) return [head];
    if (place === lines.length - 1 && !text.endsWith('\n')) return [];
    throw new Refusal(
      `Line ${String(place + 1)} of ${name} is no head of an audit trail: {"number": 12, "hash": "..."}`,
    );
  });
}

function headOf(line: string): NotedHead | undefined {
  try {
    const head = JSON.parse(line) as Partial<SignedHead> | null;
    if (head === null || !Number.isInteger(head.number) || typeof head.hash !== 'string') return undefined;
    return head as ChainHead;
  } catch {
    return undefined;
  }
}
