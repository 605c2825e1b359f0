/** A word of a text, a sign that counts as one (%), or one Chinese character. */
export interface WordToken {
  /** As it is compared: small letters, without accents and vowel signs. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** Of capital letters only, as abbreviations are. */
  readonly isAllCapitals: boolean;
  readonly start: number;
  readonly end: number;
  /** Counts up with each sentence. */
  readonly sentence: number;
}

/** Longer runs of letters are no words; they are cut so that nothing is compared at length. */
const LONGEST_WORD = 40;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;
const WORD =
  /\p{Script=Han}|[%٪％‰$€£¥]|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[-‐‑](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu;
/** A line that ends, and a mark after which a sentence is over when a space, quote or nothing follows. */
const SENTENCE_END = /[!?;。！？；؟؛\n]|[.…](?=[\s"»”’)\]]|$)/u;

/** The words of a text with where they stand; addresses are left out. */
export function wordTokens(text: string): {
  readonly tokens: readonly WordToken[];
  readonly hasLink: boolean;
} {
  const hasLink = text.search(ADDRESS) >= 0;
  const readable = hasLink ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
  const tokens: WordToken[] = [];
  let sentence = 0;
  let end = 0;
  for (const { 0: word, index } of readable.matchAll(WORD)) {
    const between = readable.slice(end, index);
    const last = tokens.at(-1);
    if (between !== ' ' && SENTENCE_END.test(between) && !isAbbreviation(last, between)) sentence += 1;
    end = index + word.length;
    tokens.push({ ...foldedWord(word), start: index, end, sentence });
  }
  return { tokens, hasLink };
}

/** As words are compared: also those of the lists. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه');
}

function foldedWord(word: string): Pick<WordToken, 'folded' | 'isCapital' | 'isAllCapitals'> {
  const cut = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word;
  return {
    folded: foldWord(cut),
    isCapital: /^\p{Lu}/u.test(cut),
    isAllCapitals: /^\p{Lu}{2,}$/u.test(cut),
  };
}

/** "Dr. X", "J. X", "No. 12": the point ends no sentence. */
function isAbbreviation(last: WordToken | undefined, between: string): boolean {
  if (last === undefined || !/^\.\s*$/u.test(between) || between.includes('\n')) return false;
  return ABBREVIATED.has(last.folded) || (last.isCapital && last.end - last.start === 1);
}

const ABBREVIATED = new Set('mr mrs ms dr dra sr sra prof pr hon gen col no nos art arts г им гг'.split(' '));
