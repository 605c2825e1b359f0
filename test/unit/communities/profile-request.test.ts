import { checkedPart } from '../../../src/communities/profile-request.js';
import { Problem } from '../../../src/platform/problem.js';

function faultsOf(work: () => unknown): readonly (readonly [string, string | undefined])[] {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Problem) return problem.parts.map(({ code, pointer }) => [code, pointer]);
    throw problem;
  }
  return [];
}

describe('checkedPart', () => {
  it('trims texts, makes one of all line ends, and leaves out what is empty', () => {
    expect(checkedPart('description', { fr: '  Bonjour\r\nà tous ', en: ' ' })).toEqual({
      fr: 'Bonjour\nà tous',
    });
  });

  it('counts characters as people do', () => {
    const texts = (count: number) => ({ en: '🌍'.repeat(count) });
    expect(faultsOf(() => checkedPart('description', texts(1_500)))).toEqual([]);
    expect(faultsOf(() => checkedPart('description', texts(1_501)))).toEqual([
      ['text_long', '/description/en'],
    ]);
  });

  it.each([
    ['\u0000', 'text_unprintable'],
    ['\ud800', 'text_unprintable'],
  ])('refuses what no reader can see: %j', (text, code) => {
    expect(faultsOf(() => checkedPart('description', { en: text }))).toEqual([[code, '/description/en']]);
  });

  it.each([
    ['office@example.org', 'mailto:office@example.org'],
    ['mailto:office@example.org', 'mailto:office@example.org'],
    ['https://example.org/contact', 'https://example.org/contact'],
  ])('takes an address to write to as a link: %s', (address, link) => {
    expect(checkedPart('contact', { role: ' Secretariat ', address })).toEqual({
      role: 'Secretariat',
      address: link,
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b?bcc=c@d', 'office', '', 'https://a b'])(
    'takes no other address: %j',
    (address) => {
      expect(faultsOf(() => checkedPart('contact', { role: 'Secretariat', address }))).toEqual([
        ['contact_address', '/contact/address'],
      ]);
    },
  );

  it('keeps ways to engage once each, in their own order', () => {
    const part = { channels: ['report', 'email', 'report'], byWhom: {}, aboutWhat: { en: 'Access' } };
    expect(checkedPart('engagement', part)).toEqual({ ...part, channels: ['email', 'report'] });
  });
});
