import type { JSX } from 'preact';
import type { LookUp } from '../../catalogue/look-up.js';
import { languages } from '../../language/language.js';
import { ownName } from '../../language/own-name.js';
import { followedName, partsOf, type Followed } from '../../reports/following/followed.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import { FaultNotice } from '../parts/fault-notice.js';
import type { SentForm } from '../sent-form.js';

interface FollowPageProps {
  readonly frame: Frame;
  readonly lookUp: LookUp;
  /** What the reader came from, or has just asked for. */
  readonly follows: readonly Followed[];
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
}

/** Where readers without an account ask to be told by mail, or find the feeds. */
export function FollowPage(props: FollowPageProps): JSX.Element {
  const { frame, fault } = props;
  const { words, isMailSetUp = false } = frame;
  return (
    <Layout frame={frame} title={words.t('following.title')}>
      <h1>{words.t('following.title')}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t(isMailSetUp ? 'following.lede' : 'following.away')}</p>
      {isMailSetUp && <FollowForm {...props} />}
      <Feeds {...props} />
    </Layout>
  );
}

function FollowForm({ frame, lookUp, follows, sent, fault }: FollowPageProps): JSX.Element {
  const { words, named } = frame;
  const chosen = [...follows.filter((one) => one !== 'all'), 'all' as const];
  const countries = lookUp.scoredAreas.map((area) => ({ code: area.code, name: words.area(area) }));
  const issues = lookUp.catalogue.issues.map((issue) => ({ code: issue.code, name: named('issue', issue) }));
  const more = follows.length > 0 ? 'yes' : 'no';
  const isWrong = fault?.field === 'address';
  return (
    <form action={words.to('follow')} method="post">
      <fieldset id="followed">
        <legend>{words.t('following.what')}</legend>
        {chosen.map((one) => (
          <label key={one}>
            <input type="checkbox" name="followed" value={one} checked={follows.includes(one)} />{' '}
            {followedName(one, lookUp, words.language)}
          </label>
        ))}
        <Choice
          kind="country"
          label={words.t('following.country', { more })}
          of={words.inOrder(countries)}
          frame={frame}
        />
        <Choice kind="issue" label={words.t('following.issue', { more })} of={issues} frame={frame} />
      </fieldset>
      <p>
        <label for="address">{words.t('following.address')}</label>
        <input
          id="address"
          name="address"
          type="email"
          dir="ltr"
          autocomplete="email"
          required
          maxLength={254}
          value={sent?.text('address')}
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? 'fault address-hint' : 'address-hint'}
        />
        <span class="remark" id="address-hint">
          {words.t('following.addressHint')}
        </span>
      </p>
      <label for="language">{words.t('following.language')}</label>
      <div class="row">
        <select id="language" name="language">
          {languages.map((language) => (
            <option
              key={language}
              value={language}
              lang={language}
              selected={language === (sent?.text('language') ?? words.language)}
            >
              {ownName(language)}
            </option>
          ))}
        </select>
        <button type="submit">{words.t('following.send')}</button>
      </div>
    </form>
  );
}

function Choice({
  kind,
  label,
  of,
  frame: { words },
}: {
  readonly kind: 'country' | 'issue';
  readonly label: string;
  readonly of: readonly Named[];
  readonly frame: Frame;
}): JSX.Element {
  return (
    <>
      <label for={kind}>{label}</label>
      <select id={kind} name="followed">
        <option value="">{words.t('following.none')}</option>
        {of.map(({ code, name }) => (
          <option key={code} value={`${kind}:${code}`}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

function Feeds({ frame: { words }, lookUp, follows }: FollowPageProps): JSX.Element {
  const feeds = follows.flatMap((followed) => {
    const address = feedOf(followed);
    return address === undefined ? [] : { address, about: followedName(followed, lookUp, words.language) };
  });
  return (
    <>
      <h2>{words.t('following.feeds.title')}</h2>
      <p>{words.t('following.feeds.lede')}</p>
      <ul>
        {feeds.map(({ address, about }) => (
          <li key={address}>
            <a href={`${address}?lang=${words.language}`}>{words.t('following.feeds.of', { about })}</a>
          </li>
        ))}
        <li>
          <a href={`/api/v1/feeds/releases.atom?lang=${words.language}`}>
            {words.t('following.feeds.releases')}
          </a>
        </li>
      </ul>
    </>
  );
}

/** Regions have none of their own. */
function feedOf(followed: Followed): string | undefined {
  const { kind, code } = partsOf(followed);
  const folder = { country: 'countries', issue: 'issues', commitment: 'commitments', region: '', all: '' }[
    kind
  ];
  return folder === '' ? undefined : `/api/v1/feeds/${folder}/${encodeURIComponent(code)}.atom`;
}

/** That a mail is on its way, whoever's address it was. */
export function FollowSentPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('following.sentTitle')}>
      <h1>{words.t('following.sentTitle')}</h1>
      <p class="lede" role="status">
        {words.t('following.sent')}
      </p>
    </Layout>
  );
}
