import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';
import { terms } from '../terms.js';

/** All terms that pages explain, in the order of the alphabet of the language. */
export function GlossaryPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  const entries = words.inOrder(terms.map((id) => ({ id, name: words.t(`term.${id}`) })));
  return (
    <Layout frame={frame} title={words.t('glossary.title')} section="glossary">
      <h1>{words.t('glossary.title')}</h1>
      <p class="lede">{words.t('glossary.lede')}</p>
      <dl class="glossary">
        {entries.map(({ id, name }) => (
          <div key={id} id={id}>
            <dt>{name}</dt>
            <dd>{words.t(`term.${id}.says`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.t('glossary.rules')} <a href={words.to('method')}>{words.t('method.title')}</a>
      </p>
    </Layout>
  );
}
