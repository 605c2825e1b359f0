import { RateLimit, type Left } from './rate-limit.js';
import type { Rates } from './rates.js';

/** What is counted apart: what a caller reads, what they write, and how often they sign in or show a wrong key. */
export type RequestKind = 'read' | 'write' | 'sign-in';

/** Whether a request goes on, and what its answer says of that. Source: draft-ietf-httpapi-ratelimit-headers-10. */
export interface Admission {
  readonly isAdmitted: boolean;
  /** Until it may be tried again, if it is refused. */
  readonly seconds: number;
  readonly headers: { readonly 'ratelimit-policy': string; readonly ratelimit: string };
}

interface Quota {
  readonly name: string;
  readonly most: number;
  readonly limit: RateLimit;
}

interface Policy {
  readonly quotas: readonly Quota[];
  readonly header: string;
}

/** So much more may be read with a key. */
export const KEY_FACTOR = 5;
/** So many more sign-ins an hour than a minute. */
export const HOUR_FACTOR = 10;

/** Counts requests by caller and kind. */
export class RateLimits {
  private readonly ofAddress: Readonly<Record<RequestKind, Policy>>;
  private readonly ofKey: Readonly<Record<RequestKind, Policy>>;

  /** @param now milliseconds of a clock that never goes back */
  constructor({ reads, writes, signIns }: Rates, now?: () => number) {
    const [minute, hour] = [new RateLimit(60, now), new RateLimit(3_600, now)];
    const ofReads = (most: number): Policy => policyOf({ name: 'read', most, limit: minute });
    const others = {
      write: policyOf({ name: 'write', most: writes, limit: minute }),
      'sign-in': policyOf(
        { name: 'sign-in', most: signIns, limit: minute },
        { name: 'sign-in-hour', most: HOUR_FACTOR * signIns, limit: hour },
      ),
    };
    this.ofAddress = { ...others, read: ofReads(reads) };
    this.ofKey = { ...others, read: ofReads(KEY_FACTOR * reads) };
  }

  /** @param key where one in force is shown: it counts, and not the address */
  count(kind: RequestKind, address: string, key?: string): Admission {
    const policy = (key === undefined ? this.ofAddress : this.ofKey)[kind];
    const caller = key === undefined ? `address ${address}` : `key ${key}`;
    return admission(policy, ({ name, most, limit }) => limit.count(`${name} ${caller}`, most));
  }

  /** What counting would say of one more sign-in. */
  lookAtSignIn(address: string): Admission {
    return admission(this.ofAddress['sign-in'], ({ name, most, limit }) =>
      limit.look(`${name} address ${address}`, most - 1),
    );
  }
}

function policyOf(...quotas: readonly Quota[]): Policy {
  const parts = quotas.map(
    ({ name, most, limit }) => `"${name}";q=${String(most)};w=${String(limit.seconds)}`,
  );
  return { quotas, header: parts.join(', ') };
}

function admission({ quotas, header }: Policy, ask: (quota: Quota) => Left): Admission {
  const left = quotas.map((quota) => ({ name: quota.name, ...ask(quota) }));
  const refusing = left.filter(({ requests }) => requests < 0);
  const parts = left.map(
    ({ name, requests, seconds }) => `"${name}";r=${String(Math.max(requests, 0))};t=${String(seconds)}`,
  );
  return {
    isAdmitted: refusing.length === 0,
    seconds: Math.max(0, ...refusing.map(({ seconds }) => seconds)),
    headers: { 'ratelimit-policy': header, ratelimit: parts.join(', ') },
  };
}
