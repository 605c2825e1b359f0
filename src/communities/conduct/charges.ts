import type { Actor } from './actors.js';
import type { NameRange } from './named-persons.js';
import type { TaggedText } from './tagged-text.js';

/** Something said against somebody: what they do, are, or leave undone. */
export interface Charge extends NameRange {
  readonly kind: 'accuse' | 'loaded' | 'neglect';
}

/** How far from somebody a charge may stand, whichever side. */
const WINDOW = 20;
/** Words from somebody to what is said of them, at most. Chinese is counted by character. */
const REACH = 9;
const REACH_OF_COUNTRY = 4;
const REACH_OF_NOT = 4;
const BY_WHOM = 9;
const GERUND = /(?:ing|ndo)$/u;
/** Languages in which the verb may come first. */
const VERB_FIRST = new Set(['ar', 'es']);

function chargeAt(text: TaggedText, at: number): Charge | undefined {
  if (text.isOwnName(at)) return undefined;
  if (text.is(at, 'loaded')) return { kind: 'loaded', from: at, to: text.after(at) };
  if (text.is(at, 'accuse') && !isBefore(text, at, 'not', 3)) {
    return { kind: 'accuse', from: at, to: text.after(at) };
  }
  return text.is(at, 'not') ? neglectAt(text, at) : undefined;
}

/** "has not published". */
function neglectAt(text: TaggedText, at: number): Charge | undefined {
  for (let next = at + 1; next <= at + REACH_OF_NOT && text.sameSentence(at, next); next += 1) {
    if (text.is(next, 'duty')) return { kind: 'neglect', from: at, to: text.after(next) };
    if (text.is(next, 'modal') || text.is(next, 'law')) return undefined;
  }
  return undefined;
}

/**
 * Whether something is said against somebody.
 * @param starts the tokens where somebody is named: what is said of the nearest is not said of the others
 */
export function isCharged(text: TaggedText, actor: Actor, starts: ReadonlySet<number>): boolean {
  for (let at = Math.max(0, actor.from - WINDOW); at < actor.to + WINDOW; at += 1) {
    const charge = text.sameSentence(actor.from, at) ? chargeAt(text, at) : undefined;
    if (charge === undefined) continue;
    if (charge.from >= actor.to && isSaidAfter(text, actor, charge, starts)) return true;
    if (charge.to <= actor.from && isSaidBefore(text, actor, charge)) return true;
  }
  return false;
}

function isSaidAfter(text: TaggedText, actor: Actor, charge: Charge, starts: ReadonlySet<number>): boolean {
  const reach = (actor.isCountry === true ? REACH_OF_COUNTRY : REACH) * (text.language === 'zh' ? 2 : 1);
  if (charge.from - actor.to > reach || isAfterPreposition(text, actor)) return false;
  const tags = ['stop', 'modal', 'law', ...(charge.kind === 'accuse' ? ['by'] : [])];
  for (let at = actor.to; at < charge.from; at += 1) {
    if (starts.has(at) || tags.some((tag) => text.is(at, tag))) return false;
  }
  return charge.kind !== 'accuse' || !isPassive(text, charge);
}

function isSaidBefore(text: TaggedText, actor: Actor, charge: Charge): boolean {
  const first = text.is(actor.from - 1, 'article') ? actor.from - 1 : actor.from;
  const gap = first - charge.to;
  if (charge.kind === 'loaded' && gap === 0) return true;
  if (charge.kind === 'accuse' && gap === 0 && VERB_FIRST.has(text.language)) return true;
  const joint = jointBefore(text, first);
  if (joint === undefined) return false;
  if (joint.tag === 'by') return charge.kind !== 'neglect' && joint.from - charge.to <= BY_WHOM;
  return joint.from === charge.to && text.is(charge.to - 1, 'failing');
}

/** The "by" or "of" that leads to somebody. */
function jointBefore(
  text: TaggedText,
  at: number,
): { readonly tag: 'by' | 'of'; readonly from: number } | undefined {
  for (const tag of ['by', 'of'] as const) {
    for (const from of [at - 1, at - 2, at - 3]) {
      if (from >= 0 && text.is(from, tag) && text.after(from) === at) return { tag, from };
    }
  }
  // In Arabic nothing stands between a thing and its owner.
  return text.language === 'ar' ? { tag: 'of', from: at } : undefined;
}

/** "complaints to the ministry": what follows is not said of the ministry. */
function isAfterPreposition(text: TaggedText, { from }: Actor): boolean {
  const before = text.is(from - 1, 'article') ? from - 2 : from - 1;
  return text.sameSentence(before, from) && text.is(before, 'in');
}

/** "was ignored": it is what was done to them. */
function isPassive(text: TaggedText, { from, to }: Charge): boolean {
  const isGerund = GERUND.test(text.tokens[to - 1]?.folded ?? '');
  return !isGerund && to - from === 1 && isBefore(text, from, 'passive', 2);
}

function isBefore(text: TaggedText, at: number, tag: string, reach: number): boolean {
  return Array.from({ length: reach }, (_, index) => at - 1 - index).some(
    (before) => text.sameSentence(before, at) && text.is(before, tag),
  );
}
