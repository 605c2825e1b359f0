import type { NriCard, Texts } from '../../communities/nri-card.js';
import type { Statement } from '../../communities/statement.js';
import { direction, sourceLanguage, type Language } from '../../language/language.js';
import type { Words } from '../../language/words.js';
import { isolated } from './isolated.js';
import { standingSentence } from '../standing-sentence.js';

/** What an initiative tells of itself, as it consents to. */
export interface BriefCard {
  readonly name: string;
  readonly kind: string;
  readonly texts: readonly BriefText[];
  readonly ways?: string;
  readonly website?: string;
}

/** A reply in the words of who gave it. */
export interface BriefStatement {
  readonly by: string;
  readonly day: string;
  readonly text: BriefText;
}

/** Somebody's own words, in the language they were found in. */
interface BriefText {
  readonly text: string;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** What is told, in the reader's language. */
  readonly label?: string;
}

export function briefCard(card: NriCard, words: Words): BriefCard {
  const { description, engagement, contact, name, kind, website, moderated = {} } = card;
  const kindKey = `community.${kind}`;
  const ways = [
    ...(engagement?.channels ?? []).flatMap((channel) =>
      words.has(`profile.channel.${channel}`) ? [words.t(`profile.channel.${channel}`)] : [],
    ),
    ...(contact === undefined
      ? []
      : [isolated(`${contact.role}: ${contact.address.replace(/^mailto:/, '')}`, words)]),
  ];
  return {
    name,
    kind: words.has(kindKey) ? words.t(kindKey) : kind,
    texts: [
      ...textIn(description, words.language),
      ...textIn(engagement?.byWhom, words.language, words.t('brief.card.byWhom')),
      ...textIn(engagement?.aboutWhat, words.language, words.t('brief.card.aboutWhat')),
      ...Object.values(moderated).map((standing) => ownText(standingSentence(standing, words), words)),
    ],
    ...(ways.length > 0 && { ways: words.t('brief.card.ways', { ways: words.list(ways) }) }),
    ...(website !== undefined && { website }),
  };
}

/** What was withdrawn or taken down has no words any more, and is said to be. */
export function briefStatement(
  { by, texts, publishedAt, takenDown }: Statement,
  words: Words,
): BriefStatement {
  const gone =
    takenDown === undefined
      ? words.t('brief.withdrawn')
      : standingSentence(
          { state: 'taken_down', since: takenDown.at, reasonCode: takenDown.reasonCode },
          words,
        );
  const [text = ownText(gone, words)] = textIn(texts, words.language);
  return { by: by.name, day: words.day(publishedAt), text };
}

/** In our words. */
function ownText(text: string, { language, direction: way }: Words): BriefText {
  return { text, language, direction: way };
}

/** In the reader's language, else in the source language, else in whichever there is; nothing where nothing is said. */
function textIn(texts: Texts | undefined, wished: Language, label?: string): readonly BriefText[] {
  const language = [wished, sourceLanguage, ...Object.keys(texts ?? {})].find(
    (one) => texts?.[one] !== undefined,
  );
  const text = language === undefined ? undefined : texts?.[language];
  if (language === undefined || text === undefined) return [];
  return [{ text, language, direction: direction(language), ...(label !== undefined && { label }) }];
}
