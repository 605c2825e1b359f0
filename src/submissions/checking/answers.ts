import { createHash } from 'node:crypto';
import { Problem } from '../../platform/problem.js';
import { COLUMNS, type ColumnName } from './columns.js';
import type { Given } from '../reading/given.js';

/** What a sender says about a file that the file does not say itself. */
export interface Answers {
  readonly encoding?: string;
  /** Name of the sheet to read. */
  readonly sheet?: string;
  /** The decimal sign of its numbers. */
  readonly decimal?: '.' | ',';
  readonly given: Given;
}

export const NO_ANSWERS: Answers = { given: {} };

/** The same in texts, as an address or a command line gives them. */
export interface AnswerTexts {
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  readonly decimal?: string | undefined;
  readonly indicator?: string | undefined;
  readonly country?: string | undefined;
  readonly source?: string | undefined;
  readonly edition?: string | undefined;
  readonly scale?: string | undefined;
  /** `C:value,Region:none`: a column by header or letter, then ours. */
  readonly mapping?: string | undefined;
  /** `Sex:Female`: a column by its header, then the part that is meant. */
  readonly part?: string | undefined;
}

export const ANSWER_NAMES = [
  'encoding',
  'sheet',
  'decimal',
  'indicator',
  'country',
  'source',
  'edition',
  'scale',
  'mapping',
  'part',
] as const satisfies readonly (keyof AnswerTexts)[];

/** Which of them answers a question. */
export const ANSWERED_BY: Readonly<Record<string, (typeof ANSWER_NAMES)[number]>> = {
  encoding: 'encoding',
  decimal_or_thousands: 'decimal',
  scale_factor: 'scale',
  scale_factor_of_one: 'scale',
};

export const SCALES = [0.000001, 0.001, 0.01, 1, 100, 1_000, 1_000_000, 1_000_000_000] as const;
const LONGEST = 2_000;

/** Answers with further ones, which win. */
export function mergedAnswers(before: Answers, after: Answers): Answers {
  const merged = <Part extends object>(first: Part | undefined, then: Part | undefined): Part | undefined =>
    first === undefined ? then : { ...first, ...then };
  const constants = merged(before.given.constants, after.given.constants);
  const mapping = merged(before.given.mapping, after.given.mapping);
  const picks = merged(before.given.picks, after.given.picks);
  return {
    ...before,
    ...after,
    given: {
      ...before.given,
      ...after.given,
      ...(constants === undefined ? {} : { constants }),
      ...(mapping === undefined ? {} : { mapping }),
      ...(picks === undefined ? {} : { picks }),
    },
  };
}

/** @throws Problem answer_not_understood (400) */
export function readAnswers(texts: AnswerTexts): Answers {
  for (const name of ANSWER_NAMES) {
    if ((texts[name]?.length ?? 0) > LONGEST) throw notUnderstood(name, texts[name] ?? '');
  }
  const { encoding, sheet, indicator, country, source, edition } = texts;
  const constants = filled({ indicator, country, source, edition });
  const decimal = oneOf(['.', ','] as const, 'decimal', texts.decimal);
  const scale = oneOf(SCALES, 'scale', texts.scale);
  const mapping = mappingOf(texts.mapping);
  const picks = pairsOf('part', texts.part);
  return {
    ...filled({ encoding, sheet }),
    ...(decimal === undefined ? {} : { decimal }),
    given: {
      ...(Object.keys(constants).length === 0 ? {} : { constants }),
      ...(mapping === undefined ? {} : { mapping }),
      ...(picks === undefined ? {} : { picks }),
      ...(scale === undefined ? {} : { scale }),
    },
  };
}

/**
 * What tells two readings of the same bytes apart: a hash of the answers, and of the areas that the sender's key is for;
 * empty without either.
 * @param areas codes of areas and groups, in order; none: no limit
 */
export function readingKey({ given, ...others }: Answers, areas: readonly string[] = []): string {
  const { constants, mapping, picks, ...scale } = given;
  const parts = [others, constants, mapping, picks, scale].map((part) =>
    Object.entries(part ?? {}).toSorted(),
  );
  if (areas.length === 0 && parts.every((part) => part.length === 0)) return '';
  const told = areas.length === 0 ? parts : [...parts, areas];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

function oneOf<Choice extends string | number>(
  choices: readonly Choice[],
  name: 'decimal' | 'scale',
  text: string | undefined,
): Choice | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((known) => String(known) === text);
  if (choice === undefined) throw notUnderstood(name, text);
  return choice;
}

function mappingOf(text: string | undefined): Given['mapping'] {
  const pairs = pairsOf('mapping', text);
  if (pairs === undefined) return undefined;
  const columns: readonly string[] = [...COLUMNS, 'none'];
  const isOurs = (column: string): column is ColumnName | 'none' => columns.includes(column);
  return Object.fromEntries(
    Object.entries(pairs).map(([key, column]) => {
      const ours = column.toLowerCase();
      if (!isOurs(ours)) throw notUnderstood('mapping', text ?? '');
      return [key, ours] as const;
    }),
  );
}

/** Pairs with a colon between, commas between the pairs; a header with a comma in it is named by its letter. */
function pairsOf(name: 'mapping' | 'part', text: string | undefined): Record<string, string> | undefined {
  if (text === undefined) return undefined;
  const pairs = text.split(',').map((pair) => {
    const at = pair.lastIndexOf(':');
    const [key, meant] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (key === '' || meant === '') throw notUnderstood(name, text);
    return [key, meant] as const;
  });
  return Object.fromEntries(pairs);
}

function filled<Key extends string>(
  texts: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const said = Object.entries<string | undefined>(texts).flatMap(([key, text]) =>
    text === undefined || text.trim() === '' ? [] : [[key, text.trim()] as const],
  );
  return Object.fromEntries(said) as Partial<Record<Key, string>>;
}

function notUnderstood(name: (typeof ANSWER_NAMES)[number], value: string): Problem {
  return new Problem('answer_not_understood', 400, { name, value: value.slice(0, 200) });
}
