import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages, sourceLanguage } from '../../../src/language/language.js';
import { messages } from '../../../src/language/messages.js';
import type { Direction, Likelihood, Missing, Status } from '../../../src/scoring/score.js';

const english = messages.get(sourceLanguage) ?? new Map<string, string>();
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'));

/** Literals in the place of a key: `translate(language, 'key'`, `words.t('key'`, `t(some ? 'key' : 'other'`. */
function keysAskedFor(source: string): string[] {
  const calls = source.matchAll(/(?:\btranslate\(\s*[\w.]+\s*,|\bt\()\s*([^,()`]*)[,)]/g);
  return [...calls].flatMap(([, key = '']) =>
    [...key.matchAll(/'([^']+)'/g)].map(([, literal = '']) => literal),
  );
}

/** Starts of keys that are put together from codes, e.g. `status.${...}`. */
function prefixesOf(source: string): string[] {
  return [...source.matchAll(/`([a-zA-Z]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, prefix = '']) => prefix);
}

/** Families that api/problem-document.ts chooses between. */
const prefixesInVariables = ['row.', 'request.'];

describe('the messages', () => {
  it('hold every key that the sources ask for', () => {
    const asked = new Set(sources.flatMap(keysAskedFor).filter((key) => key.includes('.')));
    expect(asked.size).toBeGreaterThan(100);
    expect([...asked].filter((key) => !english.has(key))).toEqual([]);
  });

  it('hold no key that nothing asks for', () => {
    const literals = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key = '']) => key),
      ),
    );
    const prefixes = [...new Set(sources.flatMap(prefixesOf)), ...prefixesInVariables];
    const unused = [...english.keys()].filter(
      (key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('have a word for every status, direction and reason', () => {
    const statuses: Record<Status | Direction, true> = {
      target_met: true,
      on_track: true,
      needs_acceleration: true,
      limited: true,
      regressing: true,
      target_missed: true,
      not_assessable: true,
      improving: true,
      steady: true,
      declining: true,
    };
    const reasons: Record<Missing, true> = {
      NO_VALUE: true,
      NO_DATA: true,
      STALE: true,
      BAD_GOALPOSTS: true,
      NOT_APPLICABLE: true,
      NO_POPULATION: true,
      NOT_SCORED: true,
      LICENCE: true,
      COVERAGE: true,
      TOO_FEW_GOALS: true,
      TOO_FEW_INDICATORS: true,
      TOO_FEW_COMMITMENTS: true,
      NO_WEIGHT: true,
      SWITCHED_OFF: true,
    };
    const likelihoods: Record<Likelihood, true> = {
      very_unlikely: true,
      unlikely: true,
      open: true,
      likely: true,
      very_likely: true,
    };
    const needed = [
      ...Object.keys(likelihoods).map((likelihood) => `likelihood.${likelihood}`),
      ...Object.keys(statuses).map((status) => `status.${status}`),
      ...Object.keys(reasons).flatMap((reason) => [`missing.${reason}`, `missingShort.${reason}`]),
    ];
    expect(needed.filter((key) => !english.has(key))).toEqual([]);
  });
});

describe.each([...languages])('the messages in %s', (language) => {
  const own = messages.get(language) ?? new Map<string, string>();

  it('are the same keys as in English', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are legal ICU messages with the placeholders of the English ones', () => {
    for (const [key, text] of own) {
      expect([key, placeholders(text, language)]).toEqual([key, placeholders(english.get(key) ?? '', 'en')]);
    }
  });
});

/** Of the parts of a parsed message, those that are plain text. */
const LITERAL = 0;

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names that a message is filled with, those inside its plural and select forms among them. */
function placeholders(text: string, language: string): readonly string[] {
  const names = new Set<string>();
  const collect = (nodes: Ast): void => {
    for (const node of nodes) {
      if ((node.type as number) !== LITERAL && 'value' in node) names.add(node.value);
      if ('options' in node) for (const { value } of Object.values(node.options)) collect(value);
    }
  };
  collect(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
