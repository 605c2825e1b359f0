import type { JSX } from 'preact';
import type { KnownKey } from '../../access/api-key.js';
import type { ContributorAccount } from '../../access/contributor.js';
import { COMMUNITY_ROLES, GLOBAL_ROLES } from '../../access/role.js';
import type { RegisteredCommunity } from '../../communities/community.js';
import { StepForm } from '../parts/step-form.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { KeyLedger } from './key-ledger.js';
import { nameOf } from './name-of.js';
import { RoleBoxes } from './role-boxes.js';
import { SelectField } from './select-field.js';

interface ContributorPageProps extends AdministrationProps {
  readonly person: ContributorAccount;
  readonly communities: readonly RegisteredCommunity[];
  /** Theirs. */
  readonly keys: readonly KnownKey[];
}

/** Somebody who contributes: where they belong, what they may do there and elsewhere, and their keys. */
export function ContributorPage(props: ContributorPageProps): JSX.Element {
  const { frame, visitor, person, keys } = props;
  const { words } = frame;
  const { id, kind, erasedAt, createdAt } = person;
  const changes = mayChange(visitor) && kind === 'person' && erasedAt === undefined;
  return (
    <AdministrationFrame {...props} section="contributors" title={nameOf(person, words)}>
      <dl class="pairs">
        <dt>{words.t('contributors.number')}</dt>
        <dd>{id}</dd>
        <dt>{words.t('contributors.kind')}</dt>
        <dd>{words.t(`contributors.kind.${kind}`)}</dd>
        <dt>{words.t('contributors.since')}</dt>
        <dd>{words.day(createdAt.toISOString())}</dd>
        {erasedAt !== undefined && (
          <>
            <dt>{words.t('contributors.erased')}</dt>
            <dd>{words.day(erasedAt.toISOString())}</dd>
          </>
        )}
      </dl>
      <h2>{words.t('contributors.communities')}</h2>
      <Memberships {...props} changes={changes} />
      <h2>{words.t('contributors.everywhere')}</h2>
      <Everywhere {...props} changes={changes} />
      <h2>{words.t('administration.keys')}</h2>
      {keys.length === 0 && <p>{words.t('contributors.noKeys')}</p>}
      <KeyLedger keys={keys} words={words} />
      {changes && (
        <StepForm
          action={words.to('administration', 'contributors', String(id), 'sessions', 'removal')}
          visitor={visitor}
          label={words.t('contributors.endSessions')}
          quiet
        />
      )}
      {changes && (
        <p>
          <a href={`${words.to('administration', 'keys')}?contributor=${String(id)}#make`}>
            {words.t('contributors.furtherKey')}
          </a>{' '}
          ·{' '}
          <a href={words.to('administration', 'contributors', String(id), 'erasure')}>
            {words.t('erasure.title')}
          </a>
        </p>
      )}
      <p>
        <a
          href={`${words.to('audit')}?${new URLSearchParams({ subject: `contributor:${String(id)}` }).toString()}`}
        >
          {words.t('contributors.audit')}
        </a>
      </p>
    </AdministrationFrame>
  );
}

type Changing = ContributorPageProps & { readonly changes: boolean };

function Memberships({ frame, visitor, person, communities, fault, changes }: Changing): JSX.Element {
  const { words } = frame;
  const named = new Map(communities.map(({ code, name }) => [code, name]));
  const to = (...more: readonly string[]): string =>
    words.to('administration', 'contributors', String(person.id), 'memberships', ...more);
  const elsewhere = communities.filter(
    ({ code, kind, hidden }) =>
      kind !== 'system' &&
      !hidden &&
      !person.memberships.some((one) => one.communityCode === code && !one.hasLeft),
  );
  return (
    <>
      {person.memberships.length === 0 && <p>{words.t('contributors.noCommunity')}</p>}
      {person.memberships.map(({ communityCode: code, roles, hasLeft }) => (
        <section key={code}>
          <h3>{named.get(code) ?? code}</h3>
          <p>
            {hasLeft
              ? words.t('contributors.hasLeft')
              : words.list(roles.map((role) => words.t(`role.${role}`)))}
          </p>
          {changes && !hasLeft && (
            <details>
              <summary>{words.t('contributors.changeIn', { community: named.get(code) ?? code })}</summary>
              <StepForm
                action={to(code)}
                visitor={visitor}
                version={person.version}
                label={words.t('contributors.setRoles')}
              >
                <RoleBoxes
                  id={`roles-${code}`}
                  legend={words.t('contributors.rolesThere')}
                  roles={COMMUNITY_ROLES}
                  held={roles}
                  words={words}
                />
              </StepForm>
              <StepForm
                action={to(code, 'removal')}
                visitor={visitor}
                version={person.version}
                label={words.t('contributors.leave')}
                quiet
              />
            </details>
          )}
        </section>
      ))}
      {changes && (
        <>
          <h3>{words.t('contributors.join')}</h3>
          <StepForm
            action={to()}
            visitor={visitor}
            version={person.version}
            label={words.t('contributors.joinButton')}
          >
            <SelectField
              id="community"
              label={words.t('contributors.community')}
              of={words.inOrder(elsewhere)}
              none={words.t('administration.choose')}
              required
              fault={fault}
            />
            <RoleBoxes
              id="roles"
              legend={words.t('contributors.rolesThere')}
              roles={COMMUNITY_ROLES}
              held={[]}
              words={words}
            />
          </StepForm>
        </>
      )}
    </>
  );
}

function Everywhere({ frame: { words }, visitor, person, changes }: Changing): JSX.Element {
  const { id, globalRoles, version } = person;
  return (
    <>
      <p>
        {globalRoles.length === 0
          ? words.t('contributors.nothingEverywhere')
          : words.list(globalRoles.map((role) => words.t(`role.${role}`)))}
      </p>
      {changes && (
        <StepForm
          action={words.to('administration', 'contributors', String(id), 'roles')}
          visitor={visitor}
          version={version}
          label={words.t('contributors.setRoles')}
          quiet
        >
          <RoleBoxes
            id="everywhere"
            legend={words.t('contributors.rolesEverywhere')}
            roles={GLOBAL_ROLES}
            held={globalRoles}
            words={words}
          />
        </StepForm>
      )}
    </>
  );
}
