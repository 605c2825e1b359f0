/**
 * What is wrong with the audit trail: a link is gone; a link stands where none belongs; the entry of a link is gone; an
 * entry or its link was changed, put in or moved; an entry has no link; the chain ends before a head that was noted down;
 * it says something else than that head; a noted head was not signed with the key of this installation.
 */
export type ChainFaultCode =
  | 'link_missing'
  | 'link_out_of_place'
  | 'entry_missing'
  | 'hash_differs'
  | 'entry_unlinked'
  | 'tail_missing'
  | 'head_differs'
  | 'head_not_signed';

export interface ChainFault {
  readonly code: ChainFaultCode;
  /** First place of the chain that is wrong; of an entry without a link the place after the last. */
  readonly number: number;
  /** The entry without a link. */
  readonly entryId?: number;
}

/** What became of a look at the whole trail. */
export interface ChainReport {
  /** Links found right, up to the first fault. */
  readonly links: number;
  /** Hash of the last of them. */
  readonly hash: string;
  /** Heads noted outside the database that the chain was found to pass through. */
  readonly heads: number;
  /** The first fault; absent: all is as it was written. */
  readonly fault?: ChainFault;
}
