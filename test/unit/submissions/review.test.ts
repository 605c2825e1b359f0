import type { Actor } from '../../../src/access/actor.js';
import { checkDecision, mayDecideOn, mayRead } from '../../../src/submissions/reviewing/deciding.js';
import { OUTCOME, STEPS, VERDICTS } from '../../../src/submissions/reviewing/review.js';
import { senderCommunity } from '../../../src/submissions/receiving/sender.js';

const actor = (more: Partial<Actor>): Actor => ({
  contributorId: 1,
  kind: 'person',
  communities: [],
  globalRoles: [],
  ...more,
});
const ofCommunity = (id: number, ...roles: ('submitter' | 'reviewer')[]) => ({
  id,
  code: `c${String(id)}`,
  roles,
});
const submission = {
  communityId: 7,
  contributorId: 99,
  state: 'received',
  isDraft: false,
} as const;

describe('four eyes', () => {
  it('lets a reviewer of another community decide', () => {
    expect(mayDecideOn(actor({ communities: [ofCommunity(8, 'reviewer')] }), submission)).toBeUndefined();
  });

  it('keeps out everybody of the own community, whatever roles their key leaves them', () => {
    const communities = [ofCommunity(8, 'reviewer'), ofCommunity(7)];
    expect(mayDecideOn(actor({ communities }), submission)).toBe('four_eyes');
  });

  it('keeps out whoever sent it, also after they left the community', () => {
    const sender = actor({ contributorId: 99, communities: [ofCommunity(8, 'reviewer')] });
    expect(mayDecideOn(sender, submission)).toBe('four_eyes');
  });

  it('keeps out who is no reviewer: submitters, administrators, auditors', () => {
    expect(mayDecideOn(actor({ communities: [ofCommunity(8, 'submitter')] }), submission)).toBe(
      'not_a_reviewer',
    );
    expect(mayDecideOn(actor({ globalRoles: ['administrator', 'auditor'] }), submission)).toBe(
      'not_a_reviewer',
    );
  });
});

describe('reading a submission before it is accepted', () => {
  it('is for who made it alone while it is a draft', () => {
    const draft = { ...submission, isDraft: true, state: 'draft' } as const;
    const own = actor({ communities: [ofCommunity(7)] });
    expect(mayRead(own, draft)).toBe(false);
    expect(mayRead({ ...own, contributorId: draft.contributorId }, draft)).toBe(true);
  });

  it.each([
    ['the own community', actor({ communities: [ofCommunity(7)] }), true],
    ['a reviewer of another', actor({ communities: [ofCommunity(8, 'reviewer')] }), true],
    ['an administrator', actor({ globalRoles: ['administrator'] }), true],
    ['an auditor', actor({ globalRoles: ['auditor'] }), true],
    ['a publisher', actor({ globalRoles: ['publisher'] }), false],
    ['a submitter of another', actor({ communities: [ofCommunity(8, 'submitter')] }), false],
    ['a reader without an account', undefined, false],
  ])('by %s: %s', (_who, reader, allowed) => {
    expect(mayRead(reader, submission)).toBe(allowed);
  });

  it('is open to everybody once it is accepted, also when it is reverted later', () => {
    expect(mayRead(undefined, { ...submission, state: 'accepted' })).toBe(true);
    expect(mayRead(undefined, { ...submission, state: 'reverted' })).toBe(true);
    expect(mayRead(undefined, { ...submission, state: 'rejected' })).toBe(false);
  });
});

describe('a decision', () => {
  it('needs a reason to return or reject, and none to accept', () => {
    expect(() => checkDecision({ decision: 'return', text: '  ' })).toThrow('reason_required');
    expect(() => checkDecision({ decision: 'reject' })).toThrow('reason_required');
    expect(checkDecision({ decision: 'accept', text: ' ' })).toEqual({ decision: 'accept' });
    expect(checkDecision({ decision: 'return', text: ' why ', reasonCode: 'source' })).toEqual({
      decision: 'return',
      text: 'why',
      reasonCode: 'source',
    });
  });

  it('leads from review to a state that the steps allow', () => {
    for (const verdict of VERDICTS) expect(STEPS.in_review).toContain(OUTCOME[verdict]);
  });
});

describe('whom somebody sends for', () => {
  const sender = actor({ communities: [ofCommunity(7, 'submitter'), ofCommunity(8, 'reviewer')] });

  it('is the community named, or the only one they may send for', () => {
    expect(senderCommunity(sender, 'c7').id).toBe(7);
    expect(senderCommunity(sender, undefined).id).toBe(7);
  });

  it('is nobody where they are no submitter', () => {
    expect(() => senderCommunity(sender, 'c8')).toThrow('not_a_submitter');
    expect(() => senderCommunity(actor({}), undefined)).toThrow('not_a_submitter');
  });

  it('must be named when there are several', () => {
    const several = actor({ communities: [ofCommunity(7, 'submitter'), ofCommunity(8, 'submitter')] });
    expect(() => senderCommunity(several, undefined)).toThrow('community_needed');
  });
});
