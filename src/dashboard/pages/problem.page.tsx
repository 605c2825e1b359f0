import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';

/** What went wrong, said to the reader, with ways on. */
export function ProblemPage({
  frame,
  title,
  detail,
  suggestion,
  signIn,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly detail: string;
  readonly suggestion?: { readonly address: string; readonly name: string } | undefined;
  /** Address to sign in at, where that may help. */
  readonly signIn?: string | undefined;
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lede">{detail}</p>
      {suggestion !== undefined && (
        <p>
          <a href={suggestion.address}>{words.t('problem.page.suggestion', { name: suggestion.name })}</a>
        </p>
      )}
      {signIn !== undefined && (
        <p>
          {words.t('problem.page.signIn')} <a href={signIn}>{words.t('signIn.title')}</a>
        </p>
      )}
      <p>{words.t('problem.page.ways')}</p>
      <ul>
        <li>
          <a href={words.to()}>{words.t('problem.page.home')}</a>
        </li>
        <li>
          <a href={words.to('search')}>{words.t('nav.search')}</a>
        </li>
        <li>
          <a href={words.to('countries')}>{words.t('nav.countries')}</a>
        </li>
        <li>
          <a href={words.to('indicators')}>{words.t('nav.indicators')}</a>
        </li>
      </ul>
    </Layout>
  );
}
