import type { JSX } from 'preact';
import { expiresSoon, type KnownKey } from '../../access/api-key.js';
import type { OpenSession } from '../../access/open-session.js';
import type { LinkedIdentity } from '../../access/openid-identity.js';
import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';
import { Layout, type Frame } from '../layout.js';
import { Ledger } from '../parts/ledger.js';
import { StepForm } from '../parts/step-form.js';
import type { Visitor } from '../visitor.js';

export interface AccountPageProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  /** The key they signed in with. */
  readonly shown: KnownKey | undefined;
  readonly sessions: readonly OpenSession[];
  readonly identities: readonly LinkedIdentity[];
  /** Who else may say who somebody is; absent: nobody. */
  readonly provider: string | undefined;
  /** Name of a community. */
  readonly nameOf: (code: string) => string;
}

/** Somebody's own account: what they may do and until when, where they are signed in, and by what else they are known. */
export function AccountPage(props: AccountPageProps): JSX.Element {
  const { frame, visitor, shown, sessions, identities, provider } = props;
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('account.title')} section="contribute">
      <h1>{words.t('account.title')}</h1>
      {shown !== undefined && expiresSoon(shown, new Date()) && (
        <p class="note" role="status">
          {words.t('account.expiresSoon', { day: words.day(shown.expiresAt.toISOString()) })}
        </p>
      )}
      <Standing {...props} />
      <h2>{words.t('account.sessions')}</h2>
      <Ledger
        caption={words.t('account.sessions')}
        things={sessions}
        columns={[
          {
            head: words.t('account.begun'),
            cell: ({ begunAt, isThis }) => (
              <>
                {words.moment(begunAt)} {isThis && <strong>{words.t('account.thisOne')}</strong>}
              </>
            ),
          },
          { head: words.t('account.seen'), cell: ({ seenAt }) => words.moment(seenAt) },
          {
            head: words.t('account.by'),
            cell: ({ isByIdentity }) => words.t(isByIdentity ? 'account.byIdentity' : 'account.byKey'),
          },
        ]}
      />
      <StepForm
        action={words.to('account', 'sessions', 'removal')}
        visitor={visitor}
        label={words.t('account.signOutEverywhere')}
        quiet
      />
      {(provider !== undefined || identities.length > 0) && <Identities {...props} />}
    </Layout>
  );
}

function Standing({ frame: { words }, visitor: { actor }, shown, nameOf }: AccountPageProps): JSX.Element {
  const roles = actor.globalRoles.map((role) => words.t(`role.${role}`));
  return (
    <dl class="pairs">
      <dt>{words.t('account.number')}</dt>
      <dd>{actor.contributorId}</dd>
      {shown !== undefined && (
        <>
          <dt>{words.t('account.key')}</dt>
          <dd>
            <bdi>{shown.label}</bdi>{' '}
            <span class="unit">
              {words.t('account.until', { day: words.day(shown.expiresAt.toISOString()) })}
            </span>
          </dd>
        </>
      )}
      {roles.length > 0 && (
        <>
          <dt>{words.t('account.everywhere')}</dt>
          <dd>{words.list(roles)}</dd>
        </>
      )}
      {actor.communities
        .filter(({ roles: held }) => held.length > 0)
        .map(({ code, roles: held }) => (
          <>
            <dt>{nameOf(code)}</dt>
            <dd>{words.list(held.map((role) => words.t(`role.${role}`)))}</dd>
          </>
        ))}
      {actor.areas !== undefined && (
        <>
          <dt>{words.t('account.areas')}</dt>
          <dd>{words.list(actor.areas)}</dd>
        </>
      )}
      <dt>{words.t('acceptance.account')}</dt>
      <dd>
        {actor.conduct?.version === CODE_OF_CONDUCT.version ? (
          words.t('acceptance.done', {
            version: actor.conduct.version,
            day: words.day(actor.conduct.acceptedAt.toISOString()),
          })
        ) : (
          <a href={words.to('conduct', 'acceptance')}>{words.t('acceptance.none')}</a>
        )}
      </dd>
    </dl>
  );
}

function Identities({ frame: { words }, visitor, identities, provider }: AccountPageProps): JSX.Element {
  return (
    <>
      <h2>{words.t('openid.title')}</h2>
      <p>{words.t('account.identities', { count: identities.length })}</p>
      <Ledger
        caption={words.t('openid.title')}
        things={identities}
        columns={[
          { head: words.t('account.provider'), cell: ({ issuer }) => new URL(issuer).host },
          { head: words.t('account.linked'), cell: ({ linkedAt }) => words.moment(linkedAt) },
          {
            head: words.t('account.change'),
            cell: ({ id }) => (
              <StepForm
                action={words.to('account', 'identities', String(id), 'removal')}
                visitor={visitor}
                label={words.t('account.unlink')}
                quiet
              />
            ),
          },
        ]}
      />
      {provider !== undefined && (
        <StepForm
          action={words.to('account', 'identities')}
          visitor={visitor}
          label={words.t('account.link', { provider })}
        />
      )}
    </>
  );
}
