import { isIP } from 'node:net';
import { Refusal } from '../refusal.js';

/**
 * Addresses and networks (`10.0.0.0/8`) whose word counts about who asks and by which way, separated by commas.
 * @throws Refusal naming what is none of them
 */
export function readTrustedProxies(value: string | undefined): readonly string[] {
  const named = (value ?? '').split(',').map((each) => each.trim());
  const proxies = named.filter((each) => each !== '');
  const wrong = proxies.find((proxy) => !isNetwork(proxy));
  if (wrong === undefined) return proxies;
  throw new Refusal(
    `IWW_TRUST_PROXY names "${wrong}": it must be addresses or networks of your proxies, such as 127.0.0.1, 10.0.0.0/8.`,
  );
}

/** Everybody is no network: whoever trusts all takes any address that somebody makes up. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

/** 64 bits of an IPv6 address, which are one household; a mapped IPv4 address is that address. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
