import type { JSX } from 'preact';
import { GIVEN_KINDS } from '../../communities/community-request.js';
import type { Community } from '../../communities/community.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import { SelectField } from '../administration/select-field.js';
import { TextField } from '../administration/text-field.js';

/** What a reader looks for. */
export interface CommunitySearch {
  readonly name: string | undefined;
  readonly kind: string | undefined;
  /** Code of a UN regional group. */
  readonly region: string | undefined;
}

/** Codes of communities that brought something. */
export interface TookPart {
  /** Figures that were accepted. */
  readonly sent: ReadonlySet<string>;
  /** Statements. */
  readonly spoke: ReadonlySet<string>;
}

/** Who takes part, by kind; or those that a search found. */
export function CommunitiesPage({
  frame,
  communities,
  regions,
  search,
  tookPart,
}: {
  readonly frame: Frame;
  readonly communities: readonly Community[];
  readonly regions: readonly Named[];
  readonly search: CommunitySearch;
  readonly tookPart: TookPart;
}): JSX.Element {
  const { words, named, phrase } = frame;
  const kinds = GIVEN_KINDS.map((code) => ({ code, name: words.t(`communities.kind.${code}`) }));
  return (
    <Layout frame={frame} title={words.t('communityPages.title')} section="communities" api="communities">
      <h1>{words.t('communityPages.title')}</h1>
      <p class="lede">{words.t('communityPages.lede', { count: communities.length })}</p>
      {communities.length > 0 && (
        <p>
          {words.t('explore.tookPart', {
            sent: communities.filter(({ code }) => tookPart.sent.has(code)).length,
            spoke: communities.filter(({ code }) => tookPart.spoke.has(code)).length,
          })}
        </p>
      )}
      <p>
        <a href={words.to('participation')}>{words.t('participation.more')}</a>
      </p>
      <form method="get" action={words.to('communities')} class="row search" role="search">
        <TextField id="name" label={words.t('communityPages.name')} value={search.name} maxLength={100} />
        <SelectField
          id="kind"
          label={words.t('communities.kind')}
          of={kinds}
          chosen={search.kind}
          none={words.t('communityPages.anyKind')}
        />
        <SelectField
          id="region"
          label={words.t('communityPages.region')}
          of={regions.map((group) => ({ ...group, name: named('group', group) }))}
          chosen={search.region}
          none={words.t('communityPages.anyRegion')}
        />
        <p>
          <button type="submit">{words.t('communityPages.search')}</button>
        </p>
      </form>
      {kinds.map(({ code }) => {
        const own = communities.filter(({ kind }) => kind === code);
        if (own.length === 0) return null;
        return (
          <section key={code}>
            <h2>
              {words.t('explore.kindCount', {
                kind: words.t(`communityPages.kind.${code}`),
                count: own.length,
              })}
            </h2>
            <ul class="columns">
              {words.inOrder(own).map((community) => (
                <li key={community.code}>
                  <a href={words.to('communities', community.code)}>
                    <bdi>{community.name}</bdi>
                  </a>
                  {community.areas.length !== 1 && community.region !== undefined && (
                    <span class="remark">{phrase(community.region)}</span>
                  )}
                  {tookPart.sent.has(community.code) && (
                    <span class="remark">{words.t('explore.sentFigures')}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {search.region !== undefined && <p class="quiet">{words.t('explore.acrossRegions')}</p>}
      <p class="note">
        {words.t('communityPages.missing')}{' '}
        <a href={words.to('claim')}>{words.t('communityPages.claimLink')}</a>
      </p>
    </Layout>
  );
}
