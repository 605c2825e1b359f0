import { RateLimit } from '../../../../src/platform/http/rate-limit.js';
import { RateLimits } from '../../../../src/platform/http/rate-limits.js';

const RATES = { reads: 3, writes: 2, signIns: 1 };

describe('RateLimit', () => {
  it('counts each caller alone, and anew in each window', () => {
    let now = 5_000;
    const limit = new RateLimit(60, () => now);
    expect(limit.count('a', 2)).toEqual({ requests: 1, seconds: 60 });
    expect(limit.count('a', 2).requests).toBe(0);
    expect(limit.count('a', 2).requests).toBe(-1);
    expect(limit.count('b', 2).requests).toBe(1);
    now += 59_500;
    expect(limit.look('a', 2)).toEqual({ requests: -1, seconds: 1 });
    now += 500;
    expect(limit.look('a', 2)).toEqual({ requests: 2, seconds: 60 });
  });

  it('takes no more memory for a hundred thousand callers', () => {
    const limit = new RateLimit(60);
    limit.count('the first', 9);
    const before = process.memoryUsage();
    for (let n = 0; n < 100_000; n++) limit.count(`address 10.0.${String(n >> 8)}.${String(n & 255)}`, 9);
    const { arrayBuffers } = process.memoryUsage();
    expect(arrayBuffers - before.arrayBuffers).toBeLessThan(8_000_000);
    expect(Object.values(limit).filter((held) => held instanceof Map || held instanceof Set)).toEqual([]);
  });
});

describe('RateLimits', () => {
  it('tell how much is allowed and what is left, by the names of the draft', () => {
    const limits = new RateLimits(RATES, () => 0);
    expect(limits.count('read', '192.0.2.1')).toEqual({
      isAdmitted: true,
      seconds: 0,
      headers: { 'ratelimit-policy': '"read";q=3;w=60', ratelimit: '"read";r=2;t=60' },
    });
    limits.count('read', '192.0.2.1');
    limits.count('read', '192.0.2.1');
    expect(limits.count('read', '192.0.2.1')).toMatchObject({ isAdmitted: false, seconds: 60 });
  });

  it('count reads, writes and sign-ins apart, and a key apart from its address', () => {
    const limits = new RateLimits(RATES, () => 0);
    const left = [
      limits.count('read', '192.0.2.1'),
      limits.count('write', '192.0.2.1'),
      limits.count('sign-in', '192.0.2.1'),
      limits.count('read', '192.0.2.1', 'key'),
    ].map(({ headers }) => headers.ratelimit);
    expect(left).toEqual([
      '"read";r=2;t=60',
      '"write";r=1;t=60',
      '"sign-in";r=0;t=60, "sign-in-hour";r=9;t=3600',
      '"read";r=14;t=60',
    ]);
  });

  it('refuse sign-ins for the rest of an hour in which there were too many', () => {
    let now = 0;
    const limits = new RateLimits(RATES, () => now);
    for (let n = 0; n < 10; n++, now += 60_000) {
      expect(limits.count('sign-in', '192.0.2.1').isAdmitted).toBe(true);
    }
    expect(limits.lookAtSignIn('192.0.2.1')).toMatchObject({ isAdmitted: false, seconds: 3_000 });
    expect(limits.lookAtSignIn('192.0.2.2')).toMatchObject({ isAdmitted: true });
    now = 3_600_000;
    expect(limits.lookAtSignIn('192.0.2.1').isAdmitted).toBe(true);
  });
});
