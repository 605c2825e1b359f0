import { randomInt } from 'node:crypto';

/** So many places to count in: memory does not grow with the number of callers. */
const PLACES = 131_072;

/** What is left to a caller. */
export interface Left {
  /** Requests; below zero when there were too many. */
  readonly requests: number;
  /** Whole seconds until counting begins anew. */
  readonly seconds: number;
}

/**
 * Counts requests of callers in windows of a fixed length. Who they are is not kept: a name leads to one of so many
 * places by a hash that no other process makes, and whoever shares a place with another shares the count.
 */
export class RateLimit {
  private readonly secret = randomInt(2 ** 32);
  private readonly counts = new Uint32Array(PLACES);
  private ends = 0;

  /**
   * @param seconds length of a window
   * @param now milliseconds of a clock that never goes back
   */
  constructor(
    readonly seconds: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts one more request, and tells what is left of `most`. */
  count(caller: string, most: number): Left {
    const place = this.placeOf(caller);
    const counted = (this.counts[place] ?? 0) + 1;
    this.counts[place] = counted;
    return this.leftOf(most - counted);
  }

  /** What is left of `most`, without counting. */
  look(caller: string, most: number): Left {
    return this.leftOf(most - (this.counts[this.placeOf(caller)] ?? 0));
  }

  private leftOf(requests: number): Left {
    return { requests, seconds: Math.ceil((this.ends - this.now()) / 1_000) };
  }

  private placeOf(caller: string): number {
    if (this.now() >= this.ends) {
      this.counts.fill(0);
      this.ends = this.now() + this.seconds * 1_000;
    }
    return mixed(caller, this.secret) % PLACES;
  }
}

/** FNV-1a of 32 bits, begun with a secret. Fast rather than strong: a place of so few tells nothing about a caller. */
function mixed(text: string, secret: number): number {
  let hash = secret;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return (hash ^ (hash >>> 15)) >>> 0;
}
