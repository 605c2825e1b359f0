import type { JSX } from 'preact';
import type { RegisteredCommunity } from '../../communities/community.js';
import { Ledger } from '../parts/ledger.js';
import type { SentForm } from '../sent-form.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { CommunityFields } from './community-fields.js';
import { SelectField } from './select-field.js';
import { TextField } from './text-field.js';

export const COMMUNITY_STATES = ['shown', 'hidden'] as const;
type CommunityState = (typeof COMMUNITY_STATES)[number];

/** All communities, those that are not shown included, and a form to add one. */
export function CommunitiesPage(
  props: AdministrationProps & {
    readonly communities: readonly RegisteredCommunity[];
    /** Which of them are asked for; absent: all. */
    readonly state: CommunityState | undefined;
    readonly sent: SentForm | undefined;
  },
): JSX.Element {
  const { frame, visitor, communities, state, fault, sent } = props;
  const { words } = frame;
  const hidden = communities.filter((community) => community.hidden).length;
  const asked = communities.filter((one) => state === undefined || stateOf(one) === state);
  return (
    <AdministrationFrame {...props} section="communities" title={words.t('administration.communities')}>
      <p class="lede">{words.t('communities.lede', { count: communities.length, hidden })}</p>
      {mayChange(visitor) && (
        <p>
          <a href="#add">{words.t('communities.jump')}</a>
        </p>
      )}
      <form action={words.to('administration', 'communities')} method="get">
        <SelectField
          id="state"
          label={words.t('communities.state')}
          of={COMMUNITY_STATES.map((code) => ({ code, name: words.t(`communities.${code}`) }))}
          chosen={state}
          none={words.t('administration.any')}
        />
        <button type="submit">{words.t('administration.show')}</button>
      </form>
      <Ledger
        caption={words.t('administration.communities')}
        things={words.inOrder(asked)}
        columns={[
          {
            head: words.t('communities.name'),
            cell: ({ code, name }) => (
              <a href={words.to('administration', 'communities', code)}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { head: words.t('communities.code'), cell: ({ code }) => <bdi>{code}</bdi> },
          { head: words.t('communities.kind'), cell: ({ kind }) => words.t(`communities.kind.${kind}`) },
          {
            head: words.t('communities.state'),
            cell: (community) => words.t(`communities.${stateOf(community)}`),
          },
        ]}
      />
      {mayChange(visitor) && (
        <>
          <h2 id="add">{words.t('communities.add')}</h2>
          <p>{words.t('communities.addLede')}</p>
          <form action={words.to('administration', 'communities')} method="post">
            <input type="hidden" name="_token" value={visitor.formToken} />
            <TextField
              id="code"
              label={words.t('communities.code')}
              hint={words.t('communities.codeHint')}
              value={sent?.text('code')}
              dir="ltr"
              required
              maxLength={100}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              fault={fault}
            />
            <CommunityFields words={words} sent={sent} fault={fault} />
            <button type="submit">{words.t('communities.addButton')}</button>
          </form>
        </>
      )}
    </AdministrationFrame>
  );
}

function stateOf({ hidden }: RegisteredCommunity): CommunityState {
  return hidden ? 'hidden' : 'shown';
}
