import type { JSX } from 'preact';
import type { ContributorFilter } from '../../access/contributor.repository.js';
import type { ContributorAccount } from '../../access/contributor.js';
import { COMMUNITY_ROLES, GLOBAL_ROLES } from '../../access/role.js';
import type { RegisteredCommunity } from '../../communities/community.js';
import { Ledger } from '../parts/ledger.js';
import { AdministrationFrame, type AdministrationProps } from './administration-frame.js';
import { FurtherLink } from './further-link.js';
import { nameOf } from './name-of.js';
import { SelectField } from './select-field.js';

/** Who contributes, chosen by community and role. */
export function ContributorsPage(
  props: AdministrationProps & {
    readonly people: readonly ContributorAccount[];
    /** There are more behind this number. */
    readonly next: number | undefined;
    readonly filter: ContributorFilter;
    readonly communities: readonly RegisteredCommunity[];
  },
): JSX.Element {
  const { frame, people, next, filter, communities } = props;
  const { words } = frame;
  const page = words.to('administration', 'contributors');
  const roles = [...COMMUNITY_ROLES, ...GLOBAL_ROLES];
  return (
    <AdministrationFrame {...props} section="contributors" title={words.t('administration.contributors')}>
      <p class="lede">{words.t('contributors.lede')}</p>
      <form action={page} method="get">
        <SelectField
          id="community"
          label={words.t('contributors.community')}
          of={words.inOrder(communities)}
          chosen={filter.community}
          none={words.t('administration.any')}
        />
        <SelectField
          id="role"
          label={words.t('contributors.role')}
          of={roles.map((code) => ({ code, name: words.t(`role.${code}`) }))}
          chosen={filter.role}
          none={words.t('administration.any')}
        />
        <button type="submit">{words.t('administration.show')}</button>
      </form>
      {people.length === 0 && <p>{words.t('administration.none')}</p>}
      <Ledger
        caption={words.t('administration.contributors')}
        things={people}
        columns={[
          {
            head: words.t('contributors.name'),
            cell: (person) => <a href={`${page}/${String(person.id)}`}>{nameOf(person, words)}</a>,
          },
          { head: words.t('contributors.number'), cell: ({ id }) => String(id) },
          {
            head: words.t('contributors.communities'),
            cell: ({ memberships }) =>
              words.list(memberships.filter((one) => !one.hasLeft).map((one) => one.communityCode)),
          },
          {
            head: words.t('contributors.roles'),
            cell: ({ memberships, globalRoles }) =>
              words.list(
                [...new Set([...globalRoles, ...memberships.flatMap((one) => one.roles)])].map((role) =>
                  words.t(`role.${role}`),
                ),
              ),
          },
          {
            head: words.t('contributors.keys'),
            cell: ({ keysInForce }) => words.value(keysInForce),
          },
        ]}
      />
      <FurtherLink words={words} page={page} query={{ ...filter, after: next?.toString() }} />
    </AdministrationFrame>
  );
}
