import type { TaggedText } from './tagged-text.js';

/** Tokens that name somebody or something: `to` is the first after them. */
export interface NameRange {
  readonly from: number;
  readonly to: number;
}

/** Words of a name that are taken together at most. */
const LONGEST_NAME = 4;
const PATRONYMIC = /(?:ович|евич|овна|евна|ична|овича|евича|овной|евной|овне|евне)$/u;

/** The person whose name begins at a token: after a title, by a given name, or as a language writes names. */
export function personAt(text: TaggedText, at: number): NameRange | undefined {
  const to = namedUntil(text, at);
  if (to === undefined || isName(text, to, 'law') || isCited(text, at)) return undefined;
  return { from: at, to };
}

function namedUntil(text: TaggedText, at: number): number | undefined {
  if (text.language === 'zh') return chineseName(text, at);
  if (text.language === 'ar') return arabicName(text, at);
  if (text.is(at, 'title') || text.is(at, 'office')) {
    const first = firstAfterTitles(text, at);
    const to = capitalsFrom(text, first, LONGEST_NAME);
    return to > first ? to : undefined;
  }
  if (text.is(at, 'given') && text.tokens[at]?.isCapital === true && text.country(at) === undefined) {
    const to = capitalsFrom(text, at + 1, LONGEST_NAME - 1);
    return to > at + 1 ? to : undefined;
  }
  return text.language === 'ru' ? russianName(text, at) : undefined;
}

/** "Deputy Minister Dr": titles one after the other are one. */
function firstAfterTitles(text: TaggedText, at: number): number {
  let next = at;
  while (
    (text.is(next, 'title') || text.is(next, 'office')) &&
    next < at + LONGEST_NAME &&
    text.sameSentence(at, next)
  )
    next = text.after(next);
  return next;
}

/** First token after the words in capital letters that make a name, with the particles between them. */
function capitalsFrom(text: TaggedText, first: number, most: number): number {
  let to = first;
  for (let next = first; next < first + most && text.sameSentence(first - 1, next); next += 1) {
    if (text.tokens[next]?.isCapital === true && isOfName(text, next)) to = next + 1;
    else if (!text.is(next, 'particle') || next === first + most - 1) break;
  }
  return to;
}

function isOfName(text: TaggedText, at: number): boolean {
  const known = ['notName', 'body', 'government', 'law', 'office'].some((tag) => text.is(at, tag));
  return !known && text.country(at) === undefined && !text.isOwnName(at);
}

/** "И. И. Иванов", "Иван Иванович". */
function russianName(text: TaggedText, at: number): number | undefined {
  const [one, two, three] = [0, 1, 2].map((step) => text.tokens[at + step]);
  const isInitial = (token: typeof one): boolean =>
    token?.isCapital === true && token.end - token.start === 1;
  if (isInitial(one) && isInitial(two) && three?.isCapital === true && text.sameSentence(at, at + 2)) {
    return at + 3;
  }
  const isPatronymic = two?.isCapital === true && PATRONYMIC.test(two.folded);
  if (one?.isCapital !== true || !isPatronymic) return undefined;
  return capitalsFrom(text, at + 2, 1);
}

/** Arabic has no capitals: a title of address with a word that is none of grammar, or a given name with another word. */
function arabicName(text: TaggedText, at: number): number | undefined {
  const isTitle = text.is(at, 'title');
  const isOffice = text.is(at, 'office');
  const first = isTitle || isOffice ? firstAfterTitles(text, at) : at;
  if (isOffice && !text.is(first, 'given')) return undefined;
  if (!isTitle && !isOffice && !text.is(at, 'given')) return undefined;
  const start = text.is(first, 'given') ? text.after(first) : first;
  const next = afterParticles(text, start);
  const more = isArabicName(text, next, start > first) && text.sameSentence(at, next) ? next + 1 : start;
  return more > first && (isTitle || isOffice || more > start) ? more : undefined;
}

function afterParticles(text: TaggedText, at: number): number {
  return text.is(at, 'particle') ? at + 1 : at;
}

/** @param isSecond after a given name, a family name may have the article */
function isArabicName(text: TaggedText, at: number, isSecond: boolean): boolean {
  const word = text.tokens[at]?.folded ?? '';
  const isKnown = ['notName', 'in', 'of', 'not', 'stop', 'law', 'body', 'accuse', 'modal'].some((tag) =>
    text.is(at, tag),
  );
  return word.length > 2 && !isKnown && (isSecond || !word.startsWith('ال'));
}

/** A family name of one character, one or two more, and a title; or a name that is known. */
function chineseName(text: TaggedText, at: number): number | undefined {
  if (text.is(at, 'given')) return text.after(at);
  if (!text.is(at, 'surname')) return undefined;
  const title = [2, 3, 1]
    .map((step) => at + step)
    .find((next) => (text.is(next, 'title') || text.is(next, 'office')) && text.sameSentence(at, next));
  return title === undefined ? undefined : text.after(title);
}

function isName(text: TaggedText, at: number, tag: string): boolean {
  return text.is(at, tag) && text.tokens[at]?.isCapital === true && text.language !== 'ar';
}

/** "according to X": whoever is cited is no target. */
export function isCited(text: TaggedText, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4) && text.sameSentence(before, at); before -= 1) {
    if (text.is(before, 'cited') && text.after(before) <= at) {
      return Array.from({ length: at - text.after(before) }, (_, index) => text.after(before) + index).every(
        (between) => text.is(between, 'article') || text.is(between, 'of') || text.is(between, 'in'),
      );
    }
  }
  return false;
}
