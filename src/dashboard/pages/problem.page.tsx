import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';

/** What went wrong, said to the reader, with a way on. */
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
      <p>
        <a href={words.to('countries')}>{words.t('nav.countries')}</a> ·{' '}
        <a href={words.to('issues')}>{words.t('nav.issues')}</a> ·{' '}
        <a href={words.to('indicators')}>{words.t('nav.indicators')}</a>
      </p>
    </Layout>
  );
}
