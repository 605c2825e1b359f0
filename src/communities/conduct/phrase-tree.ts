import { wordTokens, type WordToken } from './word-tokens.js';

interface Branch {
  readonly next: Map<string, Branch>;
  readonly tags: Set<string>;
}

/** A phrase of the lists, found in a text: its tags, and the tokens it holds (`to` is the first after it). */
export interface PhraseMatch {
  readonly tags: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** Shortest stem that a list may give: `ban*`. */
const SHORTEST_STEM = 2;
const LONGEST_STEM = 14;

/** Phrases of one language, by word; the last word of a phrase may be a stem, as in `cut off access*`. */
export class PhraseTree {
  private readonly root: Branch = { next: new Map(), tags: new Set() };

  /** @param variants what else a word may stand for, e.g. without what Arabic writes together with it */
  constructor(private readonly variants: (folded: string) => readonly string[] = () => []) {}

  add(phrase: string, tag: string): void {
    const isStem = phrase.endsWith('*');
    const words = wordTokens(isStem ? phrase.slice(0, -1) : phrase).tokens.map(({ folded }) => folded);
    const last = words.pop();
    if (last === undefined) return;
    words.push(isStem ? `${last}*` : last);
    let branch = this.root;
    for (const word of words) {
      const next = branch.next.get(word) ?? { next: new Map<string, Branch>(), tags: new Set<string>() };
      branch.next.set(word, next);
      branch = next;
    }
    branch.tags.add(tag);
  }

  /** The longest phrase that begins with each token; `undefined` where none does. */
  matches(tokens: readonly WordToken[]): readonly (PhraseMatch | undefined)[] {
    const known = new Map<string, readonly string[]>();
    const forms = tokens.map(({ folded }) => {
      const ofWord = known.get(folded) ?? this.formsOf(folded);
      known.set(folded, ofWord);
      return ofWord;
    });
    return tokens.map((_, from) => this.longest(tokens, forms, from));
  }

  private longest(
    tokens: readonly WordToken[],
    forms: readonly (readonly string[])[],
    from: number,
  ): PhraseMatch | undefined {
    let branches: readonly Branch[] = [this.root];
    let found: PhraseMatch | undefined;
    for (let at = from; at < tokens.length && tokens[at]?.sentence === tokens[from]?.sentence; at += 1) {
      branches = branches.flatMap(({ next }) =>
        (forms[at] ?? []).flatMap((form) => {
          const branch = next.get(form);
          return branch === undefined ? [] : [branch];
        }),
      );
      if (branches.length === 0) break;
      const tags = branches.flatMap((branch) => [...branch.tags]);
      if (tags.length > 0) found = { tags: new Set(tags), from, to: at + 1 };
    }
    return found;
  }

  /** The word itself, its variants, and the stems of each. */
  private formsOf(folded: string): readonly string[] {
    const words = [folded, ...this.variants(folded)];
    return words.flatMap((word) => [word, ...stemsOf(word)]);
  }
}

function stemsOf(word: string): readonly string[] {
  const longest = Math.min(word.length, LONGEST_STEM);
  return Array.from(
    { length: Math.max(0, longest - SHORTEST_STEM + 1) },
    (_, index) => `${word.slice(0, SHORTEST_STEM + index)}*`,
  );
}

/** What an Arabic word may be without what is written together with it: "and", "so", "by", "to", "the". */
export function arabicVariants(folded: string): readonly string[] {
  const forms = new Set([folded]);
  for (const joined of ['و', 'ف', 'س'])
    if (folded.startsWith(joined) && folded.length > 3) forms.add(folded.slice(1));
  for (const form of [...forms]) {
    if (form.startsWith('لل') && form.length > 4) forms.add(form.slice(2));
    for (const joined of ['ب', 'ك', 'ل'])
      if (form.startsWith(joined) && form.length > 3) forms.add(form.slice(1));
  }
  for (const form of [...forms]) if (form.startsWith('ال') && form.length > 4) forms.add(form.slice(2));
  forms.delete(folded);
  return [...forms];
}
