/** A session that goes on, as its owner sees it. */
export interface OpenSession {
  readonly id: number;
  readonly begunAt: Date;
  /** Last request, to the minute. */
  readonly seenAt: Date;
  /** Whether it was begun with an identity of a provider instead of the key. */
  readonly isByIdentity: boolean;
  /** Whether it is the one that asks. */
  readonly isThis: boolean;
}
