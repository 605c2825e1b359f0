import type { LookUp } from '../../catalogue/look-up.js';
import type { Statement } from '../../communities/statement.js';
import type { Language } from '../../language/language.js';
import { wordsOf, type Words } from '../../language/words.js';
import type { Letter, LetterBlock } from '../../language/letter.js';
import { nodeNameIn } from '../charts/node-name-in.js';
import { nodeName } from '../node-line.js';
import type { NamedDifference, ReleaseDiff } from '../releases/release-diff.js';
import { followedName, followedPage, partsOf, type Followed } from './followed.js';
import type { FollowedChanges, ReleaseChanges, StatusChange } from './release-changes.js';

/** So many changes of a kind are told of each thing; the page of the release has all. */
const MOST_TOLD = 10;

/** Where a letter leads. */
export interface LetterAddresses {
  /** Where readers reach this installation, without a slash at the end. */
  readonly publicUrl: string;
  /** Where its reader sees what is followed, and ends it. */
  readonly manageUrl: string;
}

/** The mail about a release: what changed of each thing that its reader follows. */
export function digestLetter(
  language: Language,
  { diff, lookUp }: ReleaseChanges,
  changes: readonly FollowedChanges[],
  { publicUrl, manageUrl }: LetterAddresses,
): Letter {
  const words = wordsOf(language);
  const { from, to } = diff;
  const lede = words.t('following.digest.lede', {
    ...{ from: from.id, to: to.id, day: words.day(to.date) },
  });
  return {
    language,
    title: words.t('following.digest.title', { release: to.id }),
    blocks: [{ text: lede }, ...changes.flatMap((one) => section(one, { words, lookUp, diff, publicUrl }))],
    closing: [
      { text: words.t('following.digest.why') },
      { link: words.t('following.digest.manage'), href: manageUrl },
    ],
  };
}

/**
 * The mail that asks the owner of an address whether they want to follow something.
 * @param follows what is to be confirmed; empty: all that was asked for they follow already
 */
export function questionLetter(
  language: Language,
  follows: readonly Followed[],
  lookUp: LookUp,
  manageUrl: string,
): Letter {
  const words = wordsOf(language);
  const isKnown = follows.length === 0;
  return {
    language,
    title: words.t('following.question.title'),
    blocks: [
      { text: words.t('following.question.lede', { count: follows.length }) },
      ...(isKnown ? [] : [{ items: follows.map((one) => followedName(one, lookUp, language)) }]),
      {
        link: words.t(isKnown ? 'following.question.linkKnown' : 'following.question.link'),
        href: manageUrl,
      },
    ],
    closing: [{ text: words.t(isKnown ? 'following.digest.why' : 'following.question.otherwise') }],
  };
}

interface Told {
  readonly words: Words;
  readonly lookUp: LookUp;
  readonly diff: ReleaseDiff;
  readonly publicUrl: string;
}

/** What a line has to name: what the heading says is not said again. */
type Naming = 'name' | 'country' | 'both';

function section(changes: FollowedChanges, told: Told): readonly LetterBlock[] {
  const { words, lookUp, diff, publicUrl } = told;
  const { followed, scores, statuses, statements } = changes;
  const { kind, code } = partsOf(followed);
  const isOne = kind === 'country';
  const isNode = kind === 'issue' || kind === 'commitment';
  const query = isOne ? `?area=${code}` : '';
  const address = words.to('releases', diff.from.id, 'diff', diff.to.id);
  return [
    { heading: followedName(followed, lookUp, words.language) },
    ...(scores.length > 0 ? [{ text: directions(scores, words) }] : []),
    ...listed(scores, (one) => scoreLine(one, isOne ? 'name' : isNode ? 'country' : 'both', told), words),
    ...(statuses.length > 0
      ? [{ text: words.t('following.digest.statuses', { count: statuses.length }) }]
      : []),
    ...listed(statuses, (one) => statusLine(one, isOne ? 'name' : 'both', told), words),
    ...(statements.length > 0 ? [{ text: words.t('diff.statements') }] : []),
    ...listed(statements, (one) => statementLine(one, told), words),
    { link: words.t('following.digest.all'), href: `${publicUrl}${address}${query}` },
    {
      link: words.t('following.digest.page'),
      href: `${publicUrl}/${words.language}/${followedPage(followed)}`,
    },
  ];
}

function listed<Thing>(
  things: readonly Thing[],
  line: (thing: Thing) => string,
  words: Words,
): readonly LetterBlock[] {
  if (things.length === 0) return [];
  const more = things.length - MOST_TOLD;
  const items = things.slice(0, MOST_TOLD).map(line);
  return [{ items: more > 0 ? [...items, words.t('following.digest.more', { count: more })] : items }];
}

/** How many scores rose, fell, came and went: as the page of the release says it. */
function directions(scores: readonly NamedDifference[], words: Words): string {
  const many = (holds: (one: NamedDifference) => boolean): number => scores.filter(holds).length;
  const counts = {
    rose: many(({ change = 0 }) => change > 0),
    fell: many(({ change = 0 }) => change < 0),
    came: many(({ before }) => before === undefined),
    went: many(({ after }) => after === undefined),
  };
  const known = (['rose', 'fell', 'came', 'went'] as const).filter((way) => counts[way] > 0);
  const phrases = words.list(known.map((way) => words.t(`diff.${way}`, { count: counts[way] })));
  return words.t('following.digest.scores', { count: scores.length, phrases });
}

function scoreLine(
  { area, areaName: english, kind, code, name, before, after }: NamedDifference,
  by: Naming,
  { words, lookUp }: Told,
): string {
  const isThere = nodeName(kind, code, lookUp) !== code;
  const own = isThere ? nodeNameIn(lookUp, words.language, { kind, code }) : name;
  const country = words.area({ code: area, name: english });
  const what = whatOf({ country, name: own }, by, words);
  if (before === undefined) return words.t('following.digest.came', { what, after: words.score(after ?? 0) });
  if (after === undefined) return words.t('following.digest.went', { what, before: words.score(before) });
  return words.t('following.digest.moved', { what, before: words.score(before), after: words.score(after) });
}

function statusLine(
  { area, indicator, before, after }: StatusChange,
  by: Naming,
  { words, lookUp }: Told,
): string {
  const name = nodeNameIn(lookUp, words.language, { kind: 'indicator', code: indicator });
  const country = words.area({ code: area, name: lookUp.area(area)?.name ?? area });
  const status = (one: string | undefined): string =>
    words.t(one === undefined ? 'following.digest.noStatus' : `status.${one}`);
  return words.t('following.digest.status', {
    what: whatOf({ country, name }, by, words),
    before: status(before),
    after: status(after),
  });
}

function whatOf(of: { readonly country: string; readonly name: string }, by: Naming, words: Words): string {
  return by === 'both' ? words.t('following.digest.of', of) : of[by];
}

function statementLine({ area, by, publishedAt }: Statement, { words, lookUp }: Told): string {
  return words.t('diff.statement', {
    name: by.name,
    country: words.area({ code: area, name: lookUp.area(area)?.name ?? area }),
    day: words.day(publishedAt),
  });
}
