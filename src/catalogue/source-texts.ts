import type { Catalogue, ToldKind } from './catalogue.js';

/** A text of the catalogue in the source language, and where a translation of it belongs. */
export interface SourceText {
  readonly kind: ToldKind;
  /** Of the thing it is about; a unit and a phrase are their own code. */
  readonly code: string;
  /** What it says of the thing, e.g. `definition`. */
  readonly field: string;
  readonly text: string;
}

/** The parts of the seeds that have texts. */
export type ToldParts = Pick<
  Catalogue,
  'framework' | 'ladder' | 'ladderExamples' | 'goals' | 'indicators' | 'commitments' | 'crosswalk' | 'series'
> & { readonly communities: readonly { readonly region?: string }[] };

type Fields = Readonly<Record<string, string | undefined>>;

/**
 * Every text of a catalogue that readers are to find in their language, once each, what is read most first. Names of
 * things are not among them: they have rows of their own (`nameIn`).
 */
export function sourceTexts(parts: ToldParts): readonly SourceText[] {
  const { framework, ladder, ladderExamples = [], indicators, commitments, crosswalk } = parts;
  return [
    ...textsOf('framework', framework.code, {
      name: framework.name,
      description: framework.description,
      source: framework.source,
    }),
    ...wordsOfTheirOwn(
      'unit',
      indicators.map(({ unit }) => unit),
    ),
    ...ladder.flatMap(({ level, name, means }) => textsOf('ladder', String(level), { name, means })),
    ...wordsOfTheirOwn('phrase', phrases(parts)),
    ...indicators.flatMap(({ code, definition }) => textsOf('indicator', code, { definition })),
    ...ladderExamples.flatMap((one) => textsOf('ladder_example', exampleCode(one), { example: one.example })),
    ...indicators.flatMap(({ code, goalpostReason, targetBasis, caveats }) =>
      textsOf('indicator', code, { goalpost_reason: goalpostReason, target_basis: targetBasis, caveats }),
    ),
    ...commitments.flatMap(({ id, measurableBy }) =>
      textsOf('commitment', id, { measurable_by: measurableBy }),
    ),
    ...crosswalk.flatMap((link) => textsOf('crosswalk', linkCode(link), { reason: link.reason })),
  ];
}

/** The code of a link of the crosswalk: both its ends. */
export function linkCode(link: { readonly indicator: string; readonly commitment: string }): string {
  return `${link.indicator} ${link.commitment}`;
}

/** The code of an example of a level: indicator and level. */
export function exampleCode(example: { readonly indicator: string; readonly level: number }): string {
  return `${example.indicator} ${String(example.level)}`;
}

/** Texts that stand in many rows, in the order of those who read them. */
function phrases(parts: ToldParts): readonly (string | undefined)[] {
  const { commitments, communities, goals, indicators, series } = parts;
  return [
    ...commitments.flatMap(({ section, addressee, deadline }) => [section, addressee, deadline]),
    ...communities.map(({ region }) => region),
    ...goals.map(({ basis }) => basis),
    ...series.flatMap(({ terms, provenance, notes }) => [terms, provenance, notes]),
    ...indicators.map(({ licence }) => licence),
  ];
}

function wordsOfTheirOwn(
  kind: 'unit' | 'phrase',
  words: readonly (string | undefined)[],
): readonly SourceText[] {
  return [...new Set(words)].flatMap((word) =>
    word === undefined ? [] : textsOf(kind, word, { name: word }),
  );
}

function textsOf(kind: ToldKind, code: string, fields: Fields): readonly SourceText[] {
  return Object.entries(fields).flatMap(([field, text]) =>
    text === undefined || text === '' ? [] : [{ kind, code, field, text }],
  );
}
