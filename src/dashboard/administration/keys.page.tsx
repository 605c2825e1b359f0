import { randomUUID } from 'node:crypto';
import type { JSX } from 'preact';
import type { KnownKey } from '../../access/api-key.js';
import type { ContributorAccount } from '../../access/contributor.js';
import { KEY_STATES, type KeyFilter } from '../../access/key.repository.js';
import { COMMUNITY_ROLES, GLOBAL_ROLES } from '../../access/role.js';
import type { RegisteredCommunity } from '../../communities/community.js';
import type { SentForm } from '../sent-form.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { FurtherLink } from './further-link.js';
import { KeyLedger } from './key-ledger.js';
import { nameOf } from './name-of.js';
import { RoleBoxes } from './role-boxes.js';
import { SelectField } from './select-field.js';
import { TextField } from './text-field.js';

interface KeysPageProps extends AdministrationProps {
  readonly keys: readonly KnownKey[];
  /** There are more behind this number. */
  readonly next: number | undefined;
  readonly filter: KeyFilter;
  /** Whose keys are asked for; absent: everybody's. */
  readonly holder: ContributorAccount | undefined;
  readonly communities: readonly RegisteredCommunity[];
  /** What was written, when that could not be taken. */
  readonly sent: SentForm | undefined;
}

/** Keys, chosen by state and holder, and a form to make one. */
export function KeysPage(props: KeysPageProps): JSX.Element {
  const { frame, visitor, keys, next, filter, holder, communities } = props;
  const { words } = frame;
  const page = words.to('administration', 'keys');
  const contributor = holder?.id.toString();
  return (
    <AdministrationFrame {...props} section="keys" title={words.t('administration.keys')}>
      <p class="lede">
        {holder === undefined
          ? words.t('keys.lede')
          : words.t('keys.ledeOf', { name: nameOf(holder, words) })}
      </p>
      <form action={page} method="get">
        {contributor !== undefined && <input type="hidden" name="contributor" value={contributor} />}
        <SelectField
          id="state"
          label={words.t('keys.state')}
          of={KEY_STATES.map((code) => ({ code, name: words.t(`keys.state.${code}`) }))}
          chosen={filter.state}
          none={words.t('administration.any')}
        />
        {holder === undefined && (
          <p>
            <label for="of-community">{words.t('contributors.community')}</label>
            <select id="of-community" name="community">
              <option value="">{words.t('administration.any')}</option>
              {words.inOrder(communities).map(({ code, name }) => (
                <option key={code} value={code} selected={code === filter.community}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        )}
        <button type="submit">{words.t('administration.show')}</button>
      </form>
      {keys.length === 0 && <p>{words.t('administration.none')}</p>}
      <KeyLedger keys={keys} words={words} />
      <FurtherLink
        words={words}
        page={page}
        query={{ contributor, state: filter.state, community: filter.community, after: next?.toString() }}
      />
      {mayChange(visitor) && <MakeKey {...props} />}
    </AdministrationFrame>
  );
}

function MakeKey({
  frame: { words },
  visitor,
  holder,
  communities,
  fault,
  sent,
}: KeysPageProps): JSX.Element {
  const shown = communities.filter(({ kind, hidden }) => kind !== 'system' && !hidden);
  const held =
    holder === undefined
      ? [...COMMUNITY_ROLES, ...GLOBAL_ROLES]
      : [...new Set([...holder.globalRoles, ...holder.memberships.flatMap(({ roles }) => roles)])];
  return (
    <>
      <h2 id="make">
        {holder === undefined
          ? words.t('keys.make')
          : words.t('keys.makeFor', { name: nameOf(holder, words) })}
      </h2>
      <p>{words.t(holder === undefined ? 'keys.makeLede' : 'keys.makeForLede')}</p>
      <form action={words.to('administration', 'keys')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <input type="hidden" name="once" value={randomUUID()} />
        {holder !== undefined && <input type="hidden" name="contributor" value={holder.id} />}
        <TextField
          id="name"
          label={words.t('keys.label')}
          hint={words.t('keys.labelHint')}
          value={sent?.text('name')}
          required
          maxLength={200}
          fault={fault}
        />
        {holder === undefined && (
          <SelectField
            id="community"
            label={words.t('contributors.community')}
            of={words.inOrder(shown)}
            chosen={sent?.text('community')}
            none={words.t('keys.noCommunity')}
            fault={fault}
          />
        )}
        <RoleBoxes
          id="roles"
          legend={words.t('keys.roles')}
          roles={held}
          held={sent?.all('role') ?? []}
          fault={fault}
          words={words}
        />
        <TextField
          id="areas"
          label={words.t('keys.areas')}
          hint={words.t('keys.areasHint')}
          value={sent?.text('areas')}
          dir="ltr"
          fault={fault}
        />
        <TextField
          id="days"
          label={words.t('keys.days')}
          value={sent === undefined ? '90' : sent.text('days')}
          type="number"
          dir="ltr"
          required
          min={1}
          max={3650}
          fault={fault}
        />
        <button type="submit">{words.t('keys.makeButton')}</button>
      </form>
    </>
  );
}
