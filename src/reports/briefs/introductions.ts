import type { NriCard } from '../../communities/nri-card.js';
import type { Words } from '../../language/words.js';
import type { CountryReport } from '../report.js';
import { briefCard, type BriefCard } from './brief-voices.js';
import { isolated } from './isolated.js';

/** The initiatives of a country as they are introduced to it: what they consented to, or why there is nothing. */
export interface Introductions {
  /** How many introduce themselves, or that none does, or is known. */
  readonly lede: string;
  readonly cards: readonly IntroducedCard[];
  /** What to tell initiatives that are not there, and the address of the page that takes them in. */
  readonly invitation: string;
  readonly invitationAddress: string;
  readonly independent: string;
}

interface IntroducedCard extends BriefCard {
  /** That its own words are not there in the reader's language. */
  readonly note?: string;
}

/**
 * @param cards of the initiatives that consent to something now; `undefined` in a release, which never holds them
 * @param publicUrl without a slash at its end
 */
export function introductions(
  { area, communities }: Pick<CountryReport, 'area' | 'communities'>,
  cards: readonly NriCard[] | undefined,
  words: Words,
  publicUrl: string,
): Introductions {
  const country = words.area(area);
  return {
    lede: ledeOf(country, communities, cards, words),
    cards: (cards ?? []).map((card) => introducedCard(card, words)),
    invitation: words.t('communication.initiatives.invitation', { country }),
    invitationAddress: `${publicUrl}${words.to('claim')}`,
    independent: words.t('communication.initiatives.independent'),
  };
}

function ledeOf(
  country: string,
  listed: CountryReport['communities'],
  cards: readonly NriCard[] | undefined,
  words: Words,
): string {
  if (cards === undefined) return words.t('communication.initiatives.frozen', { country });
  if (cards.length > 0) return words.t('communication.initiatives.shown', { count: cards.length });
  if (listed.length === 0) return words.t('communication.initiatives.none', { country });
  const names = words.list(listed.map(({ name }) => isolated(name, words)));
  return words.t('communication.initiatives.silent', { country, count: listed.length, names });
}

function introducedCard(card: NriCard, words: Words): IntroducedCard {
  const told = briefCard(card, words);
  const others = new Set(told.texts.map(({ language }) => language).filter((one) => one !== words.language));
  if (others.size === 0) return told;
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  const there = words.list([...others].map((code) => names.of(code) ?? code));
  return { ...told, note: words.t('profile.notInThisLanguage', { languages: there }) };
}
