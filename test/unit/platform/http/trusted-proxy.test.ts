import { networkOf, readTrustedProxies } from '../../../../src/platform/http/trusted-proxy.js';

describe('readTrustedProxies', () => {
  it('reads addresses and networks', () => {
    expect(readTrustedProxies(undefined)).toEqual([]);
    expect(readTrustedProxies('127.0.0.1, 10.0.0.0/8,2001:db8::/32')).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
      '2001:db8::/32',
    ]);
  });

  it.each(['true', '*', '0.0.0.0/0', '10.0.0.0/33', '::/0', '10.0.0.0/8/8', 'proxy.example.org', '10.0.0/8'])(
    'refuses %s, which would trust everybody or nobody',
    (value) => {
      expect(() => readTrustedProxies(value)).toThrow(`IWW_TRUST_PROXY names "${value}"`);
    },
  );
});

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
