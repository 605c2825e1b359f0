import type { HintKind } from './wording-hint.js';
import { isCited, personAt, type NameRange } from './named-persons.js';
import type { TaggedText } from './tagged-text.js';

/** Somebody of whom a text may say something: `to` is the first token after the name. */
export interface Actor extends NameRange {
  readonly kind: Exclude<HintKind, 'no_evidence'>;
  /** Whose government, where that is said. */
  readonly country?: string;
  /** A country by its name alone. */
  readonly isCountry?: boolean;
  /** Named as a person: that alone is worth a hint. */
  readonly isNamed?: boolean;
}

/** Words that a name may be extended by at most. */
const LONGEST_EXTENSION = 7;
const ABBREVIATIONS_OF_NOBODY = new Set(
  (
    'gdc igf iww wsis sdg sdgs odd ods gdpr rgpd ict icts tic tics ai ia ipv dns dnssec isp isps ixp ixps vpn vpns http ' +
    'https tls lgbt ngo ngos ong nri nris gdp pib usd eur url pdf csv lte gsm sms api un onu usa eu ue uk covid ldc sids ' +
    'ok id tv it cnil'
  ).split(' '),
);

/** Everybody in a text of whom something may be said, none twice, in order. */
export function actorsIn(text: TaggedText): readonly Actor[] {
  const actors: Actor[] = [];
  for (let at = 0; at < text.tokens.length;) {
    const actor = actorAt(text, at);
    if (actor !== undefined && !text.isOwnName(actor.from) && !text.isOwnName(actor.to - 1))
      actors.push(actor);
    at = actor?.to ?? at + 1;
  }
  return actors;
}

function actorAt(text: TaggedText, at: number): Actor | undefined {
  const person = personAt(text, at);
  if (person !== undefined) return { kind: 'names_person', ...person, isNamed: true };
  if (text.is(at, 'law')) return undefined;
  const country = text.country(at);
  if (country !== undefined && country.to >= text.after(at)) return countryAt(text, at, country);
  if (text.is(at, 'government')) return checked(text, governmentAt(text, at));
  if (text.is(at, 'regime')) return checked(text, regimeAt(text, at));
  if (text.is(at, 'office')) return checked(text, { kind: 'names_person', ...extended(text, at) });
  return isBody(text, at) ? checked(text, { kind: 'names_body', ...bodyAt(text, at) }) : undefined;
}

/** "Kenya's government" and "Kenya government" are the government; "Kenya's coverage" is nobody. */
function countryAt(
  text: TaggedText,
  at: number,
  { code, to }: { readonly code: string; readonly to: number },
): Actor | undefined {
  const owner = text.tokens[to]?.folded === 's' ? to + 1 : to;
  if (text.sameSentence(at, owner)) {
    if (text.is(owner, 'government') || text.is(owner, 'regime')) {
      const actor = checked(text, {
        kind: 'names_government',
        from: at,
        to: text.after(owner),
        country: code,
      });
      return actor ?? undefined;
    }
    if (isBody(text, owner) || text.is(owner, 'office')) return undefined;
  }
  if (owner > to) return undefined;
  return checked(text, { kind: 'names_government', from: at, to, country: code, isCountry: true });
}

function governmentAt(text: TaggedText, at: number): Actor {
  const to = text.after(at);
  const owned = ownerAfter(text, to) ?? peopleAfter(text, to);
  const from = text.language === 'en' && owned === undefined ? adjectiveBefore(text, at) : at;
  const country = owned?.code ?? (from < at ? text.people(from) : undefined);
  return { kind: 'names_government', from, to: owned?.to ?? to, ...(country !== undefined && { country }) };
}

/** "le gouvernement tchadien". */
function peopleAfter(
  text: TaggedText,
  at: number,
): { readonly code: string; readonly to: number } | undefined {
  const code = OWNER_LAST.has(text.language) && text.sameSentence(at - 1, at) ? text.people(at) : undefined;
  return code === undefined ? undefined : { code, to: at + 1 };
}

/** "Regime" is a government's only with the country or people it rules: there are regimes of licences. */
function regimeAt(text: TaggedText, at: number): Actor | undefined {
  const actor = governmentAt(text, at);
  const isRuled = actor.country !== undefined || actor.from < at;
  return isRuled || text.is(at - 1, 'loaded') || text.is(actor.to, 'loaded') ? actor : undefined;
}

/** "of Kenya", "du Kenya", "كينيا". */
function ownerAfter(
  text: TaggedText,
  at: number,
): { readonly code: string; readonly to: number } | undefined {
  let next = at;
  while (next < at + 3 && (text.is(next, 'of') || text.is(next, 'article'))) next += 1;
  return text.sameSentence(at - 1, next) ? text.country(next) : undefined;
}

/** "the Kenyan government". */
function adjectiveBefore(text: TaggedText, at: number): number {
  const before = text.tokens[at - 1];
  const isAdjective =
    before?.isCapital === true && text.sameSentence(at - 1, at) && !text.is(at - 1, 'article') && at - 1 > 0;
  return isAdjective && !before.isAllCapitals && !isGrammar(text, at - 1) ? at - 1 : at;
}

function isGrammar(text: TaggedText, at: number): boolean {
  return ['article', 'indefinite', 'in', 'of', 'stop', 'modal', 'not', 'and'].some((tag) => text.is(at, tag));
}

function isBody(text: TaggedText, at: number): boolean {
  if (text.is(at, 'body') || text.is(at, 'bodyName') || isCompany(text, at)) return true;
  const token = text.tokens[at];
  if (token?.isAllCapitals !== true || token.end - token.start > 7 || token.end - token.start < 3)
    return false;
  return !ABBREVIATIONS_OF_NOBODY.has(token.folded) && !text.is(at, 'title');
}

/** "Acme Ltd". */
function isCompany(text: TaggedText, at: number): boolean {
  const isNamed = text.tokens[at]?.isCapital === true && !isGrammar(text, at);
  return isNamed && text.is(at + 1, 'company') && text.tokens[at + 1]?.isCapital === true;
}

/** "Communications Authority of Kenya", "ministère des Postes et du Numérique", "وزارة الاتصالات وتقنية المعلومات". */
function bodyAt(text: TaggedText, at: number): NameRange {
  const { to } = extended(text, at);
  let from = at;
  while (from > 0 && at - from < 4 && isPartOfName(text, from - 1) && text.sameSentence(from - 1, at))
    from -= 1;
  return { from, to: isCompany(text, at) ? Math.max(to, at + 2) : to };
}

function isPartOfName(text: TaggedText, at: number): boolean {
  const isFirst = !text.sameSentence(at - 1, at);
  return text.tokens[at]?.isCapital === true && !isGrammar(text, at) && !(isFirst && text.language !== 'en');
}

/** With what belongs to the name after it: "of Kenya", "of Transport and Communications". */
function extended(text: TaggedText, at: number): NameRange {
  const first = text.after(at);
  let to = first;
  for (let next = first; next < first + LONGEST_EXTENSION && text.sameSentence(at, next);) {
    const country = text.country(next);
    const joined = text.is(next, 'of') || text.is(next, 'article') || text.is(next, 'and');
    if (country !== undefined && next > first - 1) {
      to = country.to;
      next = to;
    } else if (joined && !isNewActor(text, next + 1)) {
      // The word after "of" belongs to the name, in whatever letters.
      const word = text.is(next, 'of') && !text.is(next + 1, 'article') ? next + 1 : next;
      if (word > next && text.sameSentence(at, word) && !isGrammar(text, word)) to = word + 1;
      next += 1;
    } else if (extendsName(text, next)) {
      to = next + 1;
      next += 1;
    } else break;
  }
  return { from: at, to };
}

function isNewActor(text: TaggedText, at: number): boolean {
  return ['government', 'office', 'title', 'bodyName'].some((tag) => text.is(at, tag));
}

function extendsName(text: TaggedText, at: number): boolean {
  const token = text.tokens[at];
  if (token === undefined || text.is(at, 'accuse') || text.is(at, 'loaded') || text.is(at, 'modal'))
    return false;
  return text.language === 'ar' ? /^و?ال/u.test(token.folded) : token.isCapital && !isGrammar(text, at);
}

/**
 * The actor, unless it only qualifies something else ("government policy", "complaints to the ministry"), stands for
 * any of its kind ("a government"), or is cited as a source.
 */
function checked(text: TaggedText, actor: Actor | undefined): Actor | undefined {
  if (actor === undefined) return undefined;
  const { from, to } = actor;
  const possessed = text.tokens[to]?.folded === 's' ? to + 1 : to;
  const qualifies = text.sameSentence(from, possessed) && isThing(text, possessed);
  const before = text.is(from - 1, 'article') ? from - 2 : from - 1;
  const isAny = text.sameSentence(before, from) && text.is(from - 1, 'indefinite');
  const isOfLaw = text.sameSentence(before - 1, from) && text.is(before, 'of') && isAfterLaw(text, before);
  return qualifies || isAny || isOfLaw || isCited(text, from) ? undefined : actor;
}

/** In these languages the thing stands before its owner. */
const OWNER_LAST = new Set(['fr', 'es', 'ar', 'ru']);

function isThing(text: TaggedText, at: number): boolean {
  return !OWNER_LAST.has(text.language) && (text.is(at, 'law') || text.is(at, 'quantity'));
}

function isAfterLaw(text: TaggedText, at: number): boolean {
  return text.is(at - 1, 'law') || text.is(at - 2, 'law');
}
