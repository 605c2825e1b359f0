import { IntlMessageFormat } from 'intl-messageformat';
import { localeOf } from '../../../src/language/language.js';
import { messages } from '../../../src/language/messages.js';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Kinds of parts of a parsed message. */
const NUMBER = 2;
const DATE = 3;
const TIME = 4;
const SELECT = 5;
const PLURAL = 6;
/** Numbers that between them take every plural form of the six languages. */
const COUNTS = [0, 1, 2, 3, 11, 100, 1_000_000];

/** What a message can be filled with, one filling for each count and for each choice. */
function fillings(ast: Ast): readonly Readonly<Record<string, string | number | Date>>[] {
  const kinds = new Map<string, { readonly type: number; readonly choices: readonly string[] }>();
  const collect = (nodes: Ast): void => {
    for (const node of nodes) {
      const type = node.type as number;
      const choices = 'options' in node ? Object.keys(node.options) : [];
      if (type !== 0 && 'value' in node && (kinds.get(node.value)?.type ?? 1) === 1)
        kinds.set(node.value, { type, choices });
      if ('options' in node) for (const { value } of Object.values(node.options)) collect(value);
    }
  };
  collect(ast);
  const fill = (count: number, choice: number) =>
    Object.fromEntries(
      [...kinds].map(([name, { type, choices }]) => {
        if (type === NUMBER || type === PLURAL) return [name, count];
        if (type === DATE || type === TIME) return [name, new Date(0)];
        return [name, type === SELECT ? (choices[choice % choices.length] ?? 'other') : 'KEN'];
      }),
    );
  const most = Math.max(1, ...[...kinds.values()].map(({ choices }) => choices.length));
  return [
    ...COUNTS.map((count) => fill(count, 0)),
    ...Array.from({ length: most }, (_, choice) => fill(5, choice)),
  ];
}

/** Signs that do not belong into a language, and the messages that show how a file or a formula is written. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  ar: /[\u0600-\u06ff] ?[,;?](?![^\s])/,
  fr: /[^\s\u00a0\u202f][;!?](?=\s|$)|[^\u00a0\u202f]:(?=\s)|"/,
  ru: /["“]/,
  zh: /[\u4e00-\u9fff][,;:?!.](?=[\s\u4e00-\u9fff]|$)/,
  en: /"/,
  es: /"/,
};
const SHOWS_SYNTAX =
  /^(row\.(too_many_cells|broken_quotes)\.hint|profile\.meetingsHint|formula\.|problem\.key_(in_address|needed|not_accepted)\.)/;

describe.each([...messages.keys()])('every message in %s', (language) => {
  const sentences = [...(messages.get(language) ?? [])].flatMap(([key, text]) => {
    const message = new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag: true });
    return fillings(message.getAst()).map((filling) => ({ key, said: String(message.format(filling)) }));
  });
  const keysOf = (wrong: (said: string) => boolean): readonly string[] => [
    ...new Set(sentences.filter(({ said }) => wrong(said)).map(({ key, said }) => `${key}: ${said}`)),
  ];

  it('can be filled with any count and choice, and then says something', () => {
    expect(keysOf((said) => said.trim() === '')).toEqual([]);
  });

  it('has no two spaces in a row, but to set lines of a terminal in', () => {
    expect(keysOf((said) => /\S {2,}/.test(said))).toEqual([]);
  });

  it('closes the brackets and isolates it opens', () => {
    const pairs: readonly (readonly [RegExp, RegExp])[] = [
      [/[(（]/g, /[)）]/g],
      [/[«「《]/g, /[»」》]/g],
      [/[\u2066-\u2068]/g, /\u2069/g],
    ];
    const count = (said: string, signs: RegExp): number => said.match(signs)?.length ?? 0;
    const open = (said: string): boolean => pairs.some(([one, two]) => count(said, one) !== count(said, two));
    expect(keysOf(open)).toEqual([]);
  });

  it('is punctuated as the language is', () => {
    const foreign = FOREIGN[language];
    expect(foreign).toBeDefined();
    const faulty = sentences.filter(({ key, said }) => !SHOWS_SYNTAX.test(key) && foreign?.test(said));
    expect([...new Set(faulty.map(({ key, said }) => `${key}: ${said}`))]).toEqual([]);
  });
});
