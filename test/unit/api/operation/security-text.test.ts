import { securityText } from '../../../../src/api/operation/security-text.js';

describe('security.txt', () => {
  it('says whom to tell, until when that holds, and where it stands', () => {
    const now = new Date('2026-06-01T15:30:00Z');
    expect(
      securityText('mailto:security@example.org', 'https://progress.example.org', now).split('\n'),
    ).toEqual([
      'Contact: mailto:security@example.org',
      'Expires: 2026-11-28T00:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://progress.example.org/.well-known/security.txt',
      '',
    ]);
  });
});
