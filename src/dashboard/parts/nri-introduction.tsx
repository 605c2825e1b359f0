import type { JSX } from 'preact';
import { PROFILE_FIELDS, type ShownProfile, type Texts } from '../../communities/nri-card.js';
import { languages } from '../../language/language.js';
import { standingSentence } from '../../reports/standing-sentence.js';
import type { Words } from '../words.js';
import { OutwardLink } from './outward-link.js';
import { TextIn } from './statement-list.js';

/** A community in its own words, as far as it consents: who it is, how it wants to engage, whom to write to. */
export function NriIntroduction({
  card: { description, engagement, contact, moderated = {} },
  words,
}: {
  readonly card: ShownProfile;
  readonly words: Words;
}): JSX.Element {
  return (
    <>
      {PROFILE_FIELDS.map((field) => {
        const standing = moderated[field];
        return (
          standing !== undefined && (
            <p key={field} class="quiet">
              {standingSentence(standing, words)}
            </p>
          )
        );
      })}
      {description !== undefined && (
        <blockquote>
          <TextIn texts={description} words={words} />
          <MissingLanguage texts={description} words={words} />
        </blockquote>
      )}
      {(engagement !== undefined || contact !== undefined) && (
        <dl class="pairs">
          {engagement !== undefined && engagement.channels.length > 0 && (
            <>
              <dt>{words.t('profile.channels')}</dt>
              <dd>
                {words.list(engagement.channels.map((channel) => words.t(`profile.channel.${channel}`)))}
              </dd>
            </>
          )}
          <TextPair label={words.t('profile.byWhom')} texts={engagement?.byWhom} words={words} />
          <TextPair label={words.t('profile.aboutWhat')} texts={engagement?.aboutWhat} words={words} />
          {contact !== undefined && (
            <>
              <dt>{words.t('profile.contact')}</dt>
              <dd>
                <bdi>{contact.role}</bdi>: <ContactAddress address={contact.address} />
              </dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}

function TextPair({
  label,
  texts = {},
  words,
}: {
  readonly label: string;
  readonly texts: Texts | undefined;
  readonly words: Words;
}): JSX.Element | null {
  if (Object.keys(texts).length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <TextIn texts={texts} words={words} />
      </dd>
    </>
  );
}

/** Says that a text is there in another language than the reader's. */
function MissingLanguage({
  texts,
  words,
}: {
  readonly texts: Texts;
  readonly words: Words;
}): JSX.Element | null {
  if (texts[words.language] !== undefined) return null;
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  const there = languages.filter((language) => texts[language] !== undefined);
  return (
    <p class="remark">
      {words.t('profile.notInThisLanguage', {
        languages: words.list(there.map((code) => names.of(code) ?? code)),
      })}
    </p>
  );
}

function ContactAddress({ address }: { readonly address: string }): JSX.Element {
  if (address.startsWith('mailto:')) return <a href={address}>{address.slice('mailto:'.length)}</a>;
  return (
    <OutwardLink href={address} instead={address}>
      <bdi dir="ltr">{address}</bdi>
    </OutwardLink>
  );
}
