import type { Language } from '../../language/language.js';
import { hintsOf } from '../conduct/hints.js';
import type { HintKind, WordingContext, WordingHint } from '../conduct/wording-hint.js';
import type { ModeratedKind, WrittenText } from './moderation-case.js';

/** A community as far as its own words are concerned. */
export interface Speaker {
  readonly name: string;
  readonly acronym?: string;
  readonly stakeholder?: string;
  readonly areas: readonly string[];
}

/** Texts in which hints are looked for: those that are moderated, and the notes of rows. */
type HintedKind = ModeratedKind | 'note';

/**
 * What in a text speaks for a look by a person, the same words once. Reviewers speak of figures that lie before them:
 * what they say needs no link.
 */
export function hintsIn(
  kind: HintedKind,
  texts: readonly WrittenText[],
  speaker: Speaker | undefined,
): readonly WordingHint[] {
  const context = contextOf(kind, speaker);
  const hints = texts.flatMap(({ text, language }) =>
    (language === undefined ? likelyLanguages(text) : [language]).flatMap((one) =>
      hintsOf(text, one, context),
    ),
  );
  const unique = new Map(hints.map((hint) => [`${hint.kind} ${hint.quoted}`, hint]));
  return [...unique.values()].filter((hint) => kind !== 'review_reason' || hint.kind !== 'no_evidence');
}

/** Kinds of what `hintsIn` finds. */
export function foundIn(...text: Parameters<typeof hintsIn>): readonly HintKind[] {
  return [...new Set(hintsIn(...text).map(({ kind }) => kind))];
}

function contextOf(kind: HintedKind, speaker: Speaker | undefined): WordingContext {
  const [only, ...others] = speaker?.areas ?? [];
  const isState = speaker?.stakeholder === 'government' && others.length === 0;
  return {
    ...(isState && only !== undefined ? { ownGovernment: only } : {}),
    ownNames:
      speaker === undefined
        ? []
        : [speaker.name, ...(speaker.acronym === undefined ? [] : [speaker.acronym])],
    ofItself: kind === 'description' || kind === 'engagement',
  };
}

/** Languages that a text may be in, by its script. */
function likelyLanguages(text: string): readonly Language[] {
  if (/\p{Script=Arabic}/u.test(text)) return ['ar'];
  if (/\p{Script=Cyrillic}/u.test(text)) return ['ru'];
  if (/\p{Script=Han}/u.test(text)) return ['zh'];
  return ['en', 'fr', 'es'];
}
