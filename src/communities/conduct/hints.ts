import type { Language } from '../../language/language.js';
import { actorsIn, type Actor } from './actors.js';
import { isCharged } from './charges.js';
import { claimsIn } from './claims.js';
import type { NameRange } from './named-persons.js';
import { tagText, type TaggedText } from './tagged-text.js';
import type { HintKind, WordingContext, WordingHint } from './wording-hint.js';

/** A text gets so many hints at most; the first say enough. */
export const MOST_HINTS = 20;

/**
 * Where a text targets a person, a body or a government instead of the issue, or makes a claim without evidence, in the
 * order of the text. Hints are for whoever writes or moderates; they never decide anything. The time it takes grows with
 * the length of the text, whatever the text.
 */
export function hintsOf(
  text: string,
  language: Language,
  { ownGovernment, ownNames = [], hasEvidence = false, ofItself = false }: WordingContext = {},
): readonly WordingHint[] {
  const tagged = tagText(text, language, ownNames);
  const actors = actorsIn(tagged);
  const starts = new Set(actors.map(({ from }) => from));
  const targets = actors.filter(
    (actor) =>
      !isOwnGovernment(actor, ownGovernment) &&
      ((actor.isNamed === true && !ofItself) || isCharged(tagged, actor, starts)),
  );
  const claims = hasEvidence || tagged.hasLink ? [] : claimsIn(tagged, { ofItself });
  return [
    ...targets.map((actor) => hintOn(tagged, actor.kind, actor)),
    ...claims.map((claim) => hintOn(tagged, 'no_evidence', claim)),
  ]
    .sort((one, other) => one.start - other.start)
    .slice(0, MOST_HINTS);
}

/** A State may name its own government, as when it names none. */
function isOwnGovernment({ kind, country }: Actor, own: string | undefined): boolean {
  return own !== undefined && kind === 'names_government' && (country ?? own) === own;
}

function hintOn({ text, tokens }: TaggedText, kind: HintKind, { from, to }: NameRange): WordingHint {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? text.length;
  return { kind, start, end, quoted: text.slice(start, end) };
}
