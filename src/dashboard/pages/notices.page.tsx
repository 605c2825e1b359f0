import type { JSX } from 'preact';
import { languages } from '../../language/language.js';
import type { Problem } from '../../platform/problem.js';
import type { ContactState } from '../../submissions/notices/contact.js';
import { feedPath } from '../../submissions/notices/feed-path.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';

/** What came of the form that was sent. */
export interface NoticesAnswer {
  /** Why an address was not kept. */
  readonly refusal?: Problem;
  /** A feed address that was just made. */
  readonly feed?: { readonly community: string; readonly address: string };
}

interface NoticesPageProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  /** Absent: no address was left. */
  readonly contact: ContactState | undefined;
  /** Those somebody acts for. */
  readonly communities: readonly Named[];
  /** Whether mails can be sent at all. */
  readonly isMailSetUp: boolean;
  readonly answer: NoticesAnswer;
}

/** How somebody wants to be told what becomes of submissions: by mail, or by a feed. */
export function NoticesPage(props: NoticesPageProps): JSX.Element {
  const { frame, visitor, communities, answer } = props;
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('notices.title')} section="contribute">
      <h1>{words.t('notices.title')}</h1>
      <p class="lede">{words.t('notices.lede')}</p>
      <h2>{words.t('notices.mail.title')}</h2>
      <MailPart {...props} />
      {communities.length > 0 && (
        <>
          <h2>{words.t('notices.feeds.title')}</h2>
          <p>{words.t('notices.feeds.lede')}</p>
        </>
      )}
      {communities.map((community) => (
        <FeedPart key={community.code} {...{ words, visitor, community, answer }} />
      ))}
    </Layout>
  );
}

function MailPart({ frame, visitor, contact, isMailSetUp, answer }: NoticesPageProps): JSX.Element {
  const { words } = frame;
  const { refusal } = answer;
  const state = contact === undefined ? 'none' : contact.isConfirmed ? 'confirmed' : 'waiting';
  const formToken = <input type="hidden" name="_token" value={visitor.formToken} />;
  return (
    <>
      <p>{words.t(isMailSetUp ? `notices.mail.${state}` : 'notices.mail.away')}</p>
      {isMailSetUp && (
        <form action={words.to('notices', 'contact')} method="post">
          {formToken}
          {refusal !== undefined && (
            <p class="fault" id="address-fault" role="alert">
              {words.t(`problem.${refusal.code}.detail`, refusal.params)}
            </p>
          )}
          <label for="address">{words.t('notices.mail.address')}</label>
          <input
            id="address"
            name="address"
            type="email"
            dir="ltr"
            autocomplete="email"
            required
            maxLength={254}
            autofocus={refusal !== undefined}
            aria-invalid={refusal === undefined ? undefined : 'true'}
            aria-describedby={refusal === undefined ? undefined : 'address-fault'}
          />
          <label for="language">{words.t('notices.mail.language')}</label>
          <div class="row">
            <select id="language" name="language">
              {languages.map((language) => (
                <option
                  key={language}
                  value={language}
                  selected={language === words.language}
                  lang={language}
                >
                  {nameOf(language)}
                </option>
              ))}
            </select>
            <button type="submit">{words.t('notices.mail.keep')}</button>
          </div>
        </form>
      )}
      {contact !== undefined && (
        <form action={words.to('notices', 'contact', 'removal')} method="post">
          {formToken}
          <button type="submit" class="quietly">
            {words.t('notices.mail.remove')}
          </button>
        </form>
      )}
    </>
  );
}

function FeedPart({
  words,
  visitor,
  community: { code, name },
  answer: { feed },
}: {
  readonly words: Words;
  readonly visitor: Visitor;
  readonly community: Named;
  readonly answer: NoticesAnswer;
}): JSX.Element {
  const formToken = <input type="hidden" name="_token" value={visitor.formToken} />;
  return (
    <>
      <h3 id={`feed-${code}`}>{name}</h3>
      {feed?.community === code && (
        <p role="status">
          {words.t('notices.feeds.made')} <code dir="ltr">{feed.address}</code>
        </p>
      )}
      <p>
        <a href={feedPath(code)}>{words.t('notices.feeds.public')}</a>
      </p>
      <form action={words.to('notices', 'feeds', code)} method="post">
        {formToken}
        <button type="submit" aria-describedby={`feed-${code}`}>
          {words.t('notices.feeds.make')}
        </button>
      </form>
      <form action={words.to('notices', 'feeds', code, 'removal')} method="post">
        {formToken}
        <button type="submit" class="quietly" aria-describedby={`feed-${code}`}>
          {words.t('notices.feeds.end')}
        </button>
      </form>
    </>
  );
}

/** A language in its own words. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
