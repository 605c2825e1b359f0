import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';
import { CountrySearch } from '../parts/country-search.js';

export interface CountryGroup {
  /** Absent: those that belong to none. */
  readonly group?: { readonly code: string; readonly name: string };
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

/** All countries by region, in alphabetical order; or those that a search found. */
export function CountriesPage({
  frame,
  groups,
  search,
  known,
}: {
  readonly frame: Frame;
  /** What is listed: all countries, or what a search found. */
  readonly groups: readonly CountryGroup[];
  readonly search?: string | undefined;
  /** All countries, for the next search. */
  readonly known: CountryGroup['areas'];
}): JSX.Element {
  const { words, named } = frame;
  const count = groups.flatMap((group) => group.areas).length;
  return (
    <Layout frame={frame} title={words.t('countries.title')} section="countries" api="areas">
      <h1>{words.t('countries.title')}</h1>
      {search === undefined ? (
        <p class="lede">{words.t('countries.lede', { count })}</p>
      ) : (
        <p class="lede">{words.t('countries.found', { count, search })}</p>
      )}
      <CountrySearch areas={known} words={words} value={search ?? ''} />
      {search !== undefined && (
        <p>
          <a href={words.to('countries')}>{words.t('countries.all')}</a>
        </p>
      )}
      {groups
        .filter(({ areas }) => areas.length > 0)
        .map(({ group, areas }) => (
          <section key={group?.code ?? ''}>
            <h2>
              {group === undefined ? (
                words.t('countries.ungrouped')
              ) : (
                <a href={words.to('regions', group.code)}>{named('group', group)}</a>
              )}
            </h2>
            <ul class="columns">
              {areas.map(({ code, name }) => (
                <li key={code}>
                  <a href={words.to('countries', code)}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Layout>
  );
}
