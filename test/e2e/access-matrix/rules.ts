/** Who asks, seen from a thing of the community that sends. */
export const WHO = [
  'nobody',
  'expired',
  'revoked',
  'wrongDoor',
  'submitter',
  'submitterElsewhere',
  'reviewerOwn',
  'reviewer',
  'narrowed',
  'publisher',
  'administrator',
  'auditor',
  'respondent',
  'moderator',
] as const;

/**
 * - `expired`, `revoked`: a key, or the session it began, that is no longer in force
 * - `wrongDoor`: an administrator who shows a session to the interface, or a key to a page
 * - `reviewerOwn`: a reviewer of the community that sends; `reviewer`: of another
 * - `respondent`: replies for a community of a country, neither of those two
 * - `narrowed`: a reviewer and submitter of another community, whose key leaves `submitter` alone
 */
export type Who = (typeof WHO)[number];

/**
 * What comes of it: done; a key or signing in is asked for; forbidden; told that there is no such thing; read and
 * refused; let in, and not computed yet; let in, and not built.
 */
export type Verdict = 'allowed' | 'key' | 'forbidden' | 'hidden' | 'refused' | 'notYet' | 'notBuilt';

export type Rule = Readonly<Record<Who, Verdict>>;

interface Otherwise {
  /** Somebody with a key who is not named. */
  readonly others?: Verdict;
  readonly nobody?: Verdict;
  /** A key that is not in force; as nobody when left out. */
  readonly badKey?: Verdict;
}

/** Decides for everybody: those named are allowed. */
export function only(
  named: readonly Who[],
  { others = 'forbidden', nobody = 'key', badKey = nobody }: Otherwise = {},
): Rule {
  const verdictFor = (who: Who): Verdict => {
    if (named.includes(who)) return 'allowed';
    if (who === 'nobody' || who === 'wrongDoor') return nobody;
    return who === 'expired' || who === 'revoked' ? badKey : others;
  };
  return Object.fromEntries(WHO.map((who) => [who, verdictFor(who)])) as Rule;
}

/** Public, and a key is not even looked at. */
export const open = only(WHO);
/** Public; a key that is shown has to be in force. */
export const openUnlessBadKey = only([], { others: 'allowed', nobody: 'allowed', badKey: 'key' });
/** Public, and not at hand without the process that computes it. */
export const openNotYet = only([], { others: 'notYet', nobody: 'notYet' });
/** Public, and not done here. */
export const openNotBuilt = only([], { others: 'notBuilt', nobody: 'notBuilt' });
/** Leads nowhere, for everybody. */
export const nowhere = only([], { others: 'hidden', nobody: 'hidden' });
export const anyKey = only([], { others: 'allowed' });
export const administrators = only(['administrator']);
export const oversight = only(['administrator', 'auditor']);
/** To others there is no such address. */
export const operation = only(['administrator', 'auditor'], { others: 'hidden' });
/** A publisher's step that is read and not done: what it asks for cannot be. */
export const publishersRefused: Rule = { ...only([]), publisher: 'refused' };
/** About a release that is not there. */
export const publishersInVain: Rule = { ...only([]), publisher: 'hidden' };
export const publishers = only(['publisher']);
/** Who sees a release that is only prepared. */
export const releaseMakers = only(['publisher', 'administrator', 'auditor'], {
  others: 'hidden',
  nobody: 'hidden',
});
export const releaseMakersByKey = only(['publisher', 'administrator', 'auditor'], {
  others: 'hidden',
  nobody: 'hidden',
  badKey: 'key',
});
export const ownSubmitter = only(['submitter']);
export const ownMembers = only(['submitter', 'reviewerOwn']);
export const reviewDesk = only(['reviewer', 'reviewerOwn', 'administrator', 'auditor']);

/** Who sees what a community sent before it is accepted. */
const FOLLOWERS: readonly Who[] = ['submitter', 'reviewerOwn', 'reviewer', 'administrator', 'auditor'];
export const followers = only(FOLLOWERS, { others: 'hidden', nobody: 'hidden' });
export const followersByKey = only(FOLLOWERS, { others: 'hidden', nobody: 'hidden', badKey: 'key' });
export const followersSignedIn = only(FOLLOWERS, { others: 'hidden' });
/** A draft is its author's alone. */
export const author = only(['submitter'], { others: 'hidden', nobody: 'hidden' });
export const authorByKey = only(['submitter'], { others: 'hidden', nobody: 'hidden', badKey: 'key' });
export const authorSignedIn = only(['submitter'], { others: 'hidden' });

/** Those named may do it; the others who see it are forbidden; from the rest it is hidden. */
function amongFollowers(...named: readonly Who[]): Rule {
  const [seeing, unseeing] = [only(named), only([], { others: 'hidden' })];
  const verdictFor = (who: Who): Verdict => (FOLLOWERS.includes(who) ? seeing : unseeing)[who];
  return Object.fromEntries(WHO.map((who) => [who, verdictFor(who)])) as Rule;
}

/** Four eyes: a reviewer of another community decides. */
export const reviewersElsewhere = amongFollowers('reviewer');
/** Of what is not accepted yet: its own submitters take it back or mend it. */
export const ownSubmitterAmongFollowers = amongFollowers('submitter');
/** Of what everybody sees: reviewers of other communities and administrators undo it. */
export const reverters = only(['reviewer', 'administrator']);
/** A key opens a session; without one in force there is none. */
export const keyHolders = only([], { others: 'allowed', nobody: 'refused' });
