import type { JSX } from 'preact';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { KeyField } from '../parts/key-field.js';

/** The key is asked for once; from then on a session stands for it. */
export function SignInPage({
  frame,
  formToken,
  address,
  provider,
  fault,
  isRefused = false,
}: {
  readonly frame: Frame;
  readonly formToken: string;
  /** Where to go on. */
  readonly address?: string | undefined;
  /** Who else may say who somebody is; absent: nobody. */
  readonly provider?: string | undefined;
  /** Why that did not work. */
  readonly fault?: Fault | undefined;
  /** A key was given that is not in force. */
  readonly isRefused?: boolean;
}): JSX.Element {
  const { words } = frame;
  const query = address === undefined ? '' : `?${new URLSearchParams({ to: address }).toString()}`;
  return (
    <Layout frame={frame} title={words.t('signIn.title')} section="contribute">
      <h1>{words.t('signIn.title')}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t('signIn.lede')}</p>
      <form action={words.to('sign-in')} method="post">
        <input type="hidden" name="_token" value={formToken} />
        {address !== undefined && <input type="hidden" name="to" value={address} />}
        <KeyField words={words} button={words.t('signIn.button')} isRefused={isRefused} />
      </form>
      {provider !== undefined && (
        <>
          <h2>{words.t('openid.title')}</h2>
          <p>{words.t('openid.lede', { provider })}</p>
          <p>
            <a href={words.to('sign-in', 'openid') + query}>{words.t('openid.button', { provider })}</a>
          </p>
        </>
      )}
      <h2>{words.t('signIn.noKeyTitle')}</h2>
      <p>{words.t('signIn.noKey')}</p>
    </Layout>
  );
}
