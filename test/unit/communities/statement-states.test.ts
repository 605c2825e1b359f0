import { speakerOn } from '../../../src/communities/statement-request.js';
import { declineReasonsFor, workingDaysBetween } from '../../../src/communities/statement-states.js';

describe('workingDaysBetween', () => {
  // 23 November 2026 is a Monday.
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T23:00:00Z', 0],
    ['2026-11-23T23:00:00Z', '2026-11-24T01:00:00Z', 1],
    ['2026-11-20T09:00:00Z', '2026-11-23T09:00:00Z', 1],
    ['2026-11-21T09:00:00Z', '2026-11-22T09:00:00Z', 0],
    ['2026-11-23T09:00:00Z', '2026-11-30T09:00:00Z', 5],
    ['2026-11-30T09:00:00Z', '2026-11-23T09:00:00Z', 0],
  ])('counts no Saturday and no Sunday: from %s to %s', (from, to, days) => {
    expect(workingDaysBetween(new Date(from), new Date(to))).toBe(days);
  });
});

describe('speakerOn', () => {
  const nri = { areas: ['KEN'], kind: 'national' } as const;
  const ministry = { areas: ['KEN'], kind: 'other', stakeholder: 'government' } as const;

  it('lets a community speak for itself, and a public body for its State, about their own countries alone', () => {
    expect([speakerOn('KEN', nri), speakerOn('KEN', ministry)]).toEqual(['community', 'state']);
    expect([speakerOn('UGA', nri), speakerOn('UGA', ministry)]).toEqual([undefined, undefined]);
  });

  it('lets a public body of several States speak for none of them', () => {
    expect(speakerOn('KEN', { ...ministry, areas: ['KEN', 'UGA'] })).toBeUndefined();
  });
});

describe('declineReasonsFor', () => {
  it('holds it against a community that it targets a government, and never against a State', () => {
    const reasons = (['community', 'state'] as const).map((kind) =>
      declineReasonsFor({ by: { kind, community: 'c', name: 'C' } }).includes('names_government'),
    );
    expect(reasons).toEqual([true, false]);
  });
});
