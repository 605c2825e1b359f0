import type { Language } from '../../language/language.js';
import type { Followed } from './followed.js';

/** What somebody asks to be told by mail. */
export interface FollowRequest {
  readonly address: string;
  /** To write in. */
  readonly language: Language;
  /** E.g. `country:KEN`, `issue:ACCESS`, or `all`. */
  readonly follows: readonly string[];
}

/** What is said of a follower: never the address. */
export interface FollowerState {
  readonly language: Language;
  readonly follows: readonly Following[];
}

export interface Following {
  readonly followed: Followed;
  /** Until the owner of the address has confirmed it, nothing is sent about it. */
  readonly isConfirmed: boolean;
}
