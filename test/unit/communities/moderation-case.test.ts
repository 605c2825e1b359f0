import {
  endOfHold,
  stateOfCase,
  type ModerationCase,
} from '../../../src/communities/moderation/moderation-case.js';
import { logQuarters, type LogEntry } from '../../../src/communities/moderation/moderation-log.js';
import { workingDaysBetween } from '../../../src/communities/statement-states.js';

describe('endOfHold', () => {
  // 23 November 2026 is a Monday.
  it.each(['23', '24', '25', '26', '27', '28', '29'])(
    'ends a hold of the %sth after five working days and never later than a week',
    (day) => {
      const from = new Date(`2026-11-${day}T09:30:00Z`);
      const end = endOfHold(from);
      expect(workingDaysBetween(from, end)).toBe(5);
      expect(end.getTime() - from.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
      expect(workingDaysBetween(from, new Date(end.getTime() - 86_400_000))).toBeLessThan(5);
    },
  );
});

describe('stateOfCase', () => {
  const heldUntil = new Date('2026-11-30T09:00:00Z');
  const held: ModerationCase = {
    id: 'c',
    kind: 'description',
    of: 'brazil-igf',
    isOfState: false,
    texts: [],
    found: ['names_person'],
    openedAt: new Date('2026-11-23T09:00:00Z'),
    heldUntil,
    isGone: false,
    authors: [1],
    steps: [],
  };

  it('holds until the moment that was said, and no longer', () => {
    const states = [-1, 0, 1].map((after) => stateOfCase(held, new Date(heldUntil.getTime() + after)));
    expect(states).toEqual(['held', 'lapsed', 'lapsed']);
  });

  it('is that of the last step, whatever the time', () => {
    const declined = { step: 'declined', takenAt: heldUntil, contributorId: 2 } as const;
    expect(stateOfCase({ ...held, steps: [declined] }, new Date('2030-01-01'))).toBe('declined');
    expect(stateOfCase({ ...held, steps: [declined], isGone: true }, new Date('2030-01-01'))).toBe('gone');
  });
});

describe('logQuarters', () => {
  it('counts decisions by the quarter of their day, the latest first', () => {
    const entry = (at: string, more: Partial<LogEntry>): LogEntry => ({
      at,
      kind: 'statement',
      decision: 'shown',
      ...more,
    });
    const quarters = logQuarters([
      entry('2026-12-31T23:59:59.000Z', { decision: 'declined', appeal: 'overturned' }),
      entry('2026-10-01T00:00:00.000Z', {}),
      entry('2026-09-30T23:59:59.000Z', { decision: 'lapsed' }),
    ]);
    expect(quarters).toEqual([
      { quarter: '2026-Q4', shown: 1, declined: 1, taken_down: 0, lapsed: 0, appeals: 1, overturned: 1 },
      { quarter: '2026-Q3', shown: 0, declined: 0, taken_down: 0, lapsed: 1, appeals: 0, overturned: 0 },
    ]);
  });
});
