import type { Actor } from '../access/actor.js';

/** Somebody who is signed in, on a page of their own. */
export interface Visitor {
  readonly actor: Actor;
  /** What the forms of the page carry. */
  readonly formToken: string;
}
