import type { NameRange } from './named-persons.js';
import type { TaggedText } from './tagged-text.js';

const YEAR = /^(?:19|20)\p{N}{2}$/u;
const NUMBER = /^\p{N}/u;
/** Words between "should" and "always" at most: what ought to be is no claim. */
const REACH_OF_MODAL = 8;

/** The first claim of each sentence that tells no source: a number of something, or what "everybody knows". */
export function claimsIn(
  text: TaggedText,
  { ofItself }: { readonly ofItself: boolean },
): readonly NameRange[] {
  const claims: NameRange[] = [];
  for (let first = 0; first < text.tokens.length;) {
    let end = first + 1;
    while (text.sameSentence(first, end)) end += 1;
    const sentence = Array.from({ length: end - first }, (_, index) => first + index);
    const isSourced = sentence.some((at) => text.is(at, 'cited') || (ofItself && isOfItself(text, at)));
    const claim = isSourced
      ? undefined
      : sentence.map((at) => claimAt(text, at)).find((one) => one !== undefined);
    if (claim !== undefined) claims.push(claim);
    first = end;
  }
  return claims;
}

function isOfItself(text: TaggedText, at: number): boolean {
  return text.is(at, 'we') || text.isOwnName(at);
}

function claimAt(text: TaggedText, at: number): NameRange | undefined {
  if (text.is(at, 'claim')) return isAssertion(text, at) ? { from: at, to: text.after(at) } : undefined;
  const word = text.tokens[at]?.folded ?? '';
  if (!NUMBER.test(word)) return undefined;
  const before = text.is(at - 1, 'quantity') && text.sameSentence(at - 1, at) && isSign(text, at - 1);
  if (before) return { from: at - 1, to: at + 1 };
  if (!text.is(at + 1, 'quantity') || !text.sameSentence(at, at + 1)) return undefined;
  return YEAR.test(word) && !isSign(text, at + 1) ? undefined : { from: at, to: text.after(at + 1) };
}

/** $ and % and what Chinese writes for them. */
function isSign(text: TaggedText, at: number): boolean {
  return /^[%٪％$€£百]/u.test(text.tokens[at]?.folded ?? '');
}

/** Neither what ought to be nor what is denied. */
function isAssertion(text: TaggedText, at: number): boolean {
  for (let before = at - 1; before >= at - REACH_OF_MODAL && text.sameSentence(before, at); before -= 1) {
    if (text.is(before, 'modal')) return false;
  }
  let before = at - 1;
  while (text.is(before, 'passive')) before -= 1;
  if (text.sameSentence(before, at) && text.is(before, 'not')) return false;
  return !text.is(at, 'not') || !text.is(text.after(at), 'modal');
}
