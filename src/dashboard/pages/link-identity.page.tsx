import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';
import { KeyField } from '../parts/key-field.js';

/** Asks somebody whom the provider knows, and we do not, to show their key once. */
export function LinkIdentityPage({
  frame,
  formToken,
  identity,
  address,
  provider,
  isRefused,
}: {
  readonly frame: Frame;
  readonly formToken: string;
  /** Who they are, sealed. */
  readonly identity: string;
  /** Where to go on. */
  readonly address: string;
  readonly provider: string;
  /** A key was given that is not in force. */
  readonly isRefused: boolean;
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('openid.unknown.title')} section="contribute">
      <h1>{words.t('openid.unknown.title')}</h1>
      <p class="lede">{words.t('openid.unknown.lede', { provider })}</p>
      <p>{words.t('openid.unknown.kept')}</p>
      <form action={words.to('sign-in', 'openid', 'link')} method="post">
        <input type="hidden" name="_token" value={formToken} />
        <input type="hidden" name="identity" value={identity} />
        <input type="hidden" name="to" value={address} />
        <KeyField words={words} button={words.t('openid.unknown.button')} isRefused={isRefused} />
      </form>
      <h2>{words.t('signIn.noKeyTitle')}</h2>
      <p>{words.t('signIn.noKey')}</p>
    </Layout>
  );
}
