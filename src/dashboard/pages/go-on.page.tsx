import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';

/** Leads to the provider, for browsers that do not go there by themselves. */
export function GoOnPage({
  frame,
  address,
  provider,
}: {
  readonly frame: Frame;
  readonly address: string;
  readonly provider: string;
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('openid.goOn.title', { provider })} section="contribute">
      <h1>{words.t('openid.goOn.title', { provider })}</h1>
      <p class="lede">{words.t('openid.goOn.lede')}</p>
      <p>
        <a href={address} rel="noreferrer">
          {words.t('openid.goOn.link', { provider })}
        </a>
      </p>
    </Layout>
  );
}
