import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import { RateLimits, type Admission, type RequestKind } from './rate-limits.js';
import type { Rates } from './rates.js';
import { networkOf } from './trusted-proxy.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether somebody shows there who they are. */
    readonly isSignIn?: boolean;
    /** Whether what is sent there is only answered: it counts as a read. */
    readonly onlyAsks?: boolean;
  }
}

/** How keys are known, which this room does not know. */
export interface Keys {
  /** Name of the key in an Authorization header, which tells nothing about the key itself. */
  of(authorization: string | undefined): string | undefined;
  isInForce(name: string): Promise<boolean>;
}

const READS = ['GET', 'HEAD', 'OPTIONS'];
/** Never limited: signs of life, and files that browsers keep for ever. */
const EXEMPT = /^\/(health|assets)\/|^\/metrics\b/;
/** So long a key that was found in force is not looked up again, in milliseconds. */
const KNOWN_MS = 60_000;

/**
 * Limits how much one caller may ask for, in all rooms behind the web server. Whose key is in force is counted by key,
 * everybody else by network address; wrong keys count as sign-ins.
 */
export function setUpRateLimits(server: FastifyInstance, rates: Rates, keys: Keys): void {
  const limits = new RateLimits(rates);
  const known = new KnownKeys(keys);
  server.addHook('onRequest', (request, reply, done) => {
    const kind = kindOf(request);
    if (kind === undefined) {
      done();
      return;
    }
    const address = networkOf(request.ip);
    const count = (key?: string): void => {
      done(refusalOf(limits.count(kind, address, key), request, reply));
    };
    const key = request.url.startsWith('/api/') ? keys.of(request.headers.authorization) : undefined;
    if (key === undefined || known.has(key)) {
      count(key);
      return;
    }
    const signIn = limits.lookAtSignIn(address);
    if (!signIn.isAdmitted) {
      done(refusalOf(signIn, request, reply));
      return;
    }
    void known.find(key).then((isInForce) => {
      if (isInForce === false) limits.count('sign-in', address);
      count(isInForce === true ? key : undefined);
    });
  });
}

/** `undefined` for what is not limited. */
function kindOf({ url, method, routeOptions }: FastifyRequest): RequestKind | undefined {
  if (EXEMPT.test(url)) return undefined;
  if (routeOptions.config.isSignIn === true) return 'sign-in';
  return READS.includes(method) || routeOptions.config.onlyAsks === true ? 'read' : 'write';
}

function refusalOf(admission: Admission, { url }: FastifyRequest, reply: FastifyReply): Problem | undefined {
  const { isAdmitted, seconds, headers } = admission;
  if (!isAdmitted || url.startsWith('/api/')) reply.headers(headers);
  if (isAdmitted) return undefined;
  reply.header('retry-after', String(seconds));
  return new Problem('too_many_requests', 429, { seconds });
}

/** Keys found in force not long ago. */
class KnownKeys {
  private keys = new Set<string>();
  private until = 0;

  constructor(private readonly source: Keys) {}

  has(key: string): boolean {
    if (performance.now() >= this.until) {
      this.keys = new Set();
      this.until = performance.now() + KNOWN_MS;
    }
    return this.keys.has(key);
  }

  /** @returns `undefined` when it cannot be told, as the database is away */
  async find(key: string): Promise<boolean | undefined> {
    const isInForce = await this.source.isInForce(key).catch(() => undefined);
    if (isInForce === true) this.keys.add(key);
    return isInForce;
  }
}
