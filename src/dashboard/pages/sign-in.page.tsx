import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';

/** The key is asked for once; from then on a session stands for it. */
export function SignInPage({
  frame,
  formToken,
  address,
  isRefused = false,
}: {
  readonly frame: Frame;
  readonly formToken: string;
  /** Where to go on. */
  readonly address?: string | undefined;
  /** A key was given that is not in force. */
  readonly isRefused?: boolean;
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('signIn.title')} section="contribute">
      <h1>{words.t('signIn.title')}</h1>
      <p class="lede">{words.t('signIn.lede')}</p>
      <form action={words.to('sign-in')} method="post">
        <input type="hidden" name="_token" value={formToken} />
        {address !== undefined && <input type="hidden" name="to" value={address} />}
        {isRefused && (
          <p class="fault" id="key-fault" role="alert">
            {words.t('signIn.refused')}
          </p>
        )}
        <label for="key">{words.t('signIn.key')}</label>
        <div class="row">
          <input
            id="key"
            name="key"
            type="password"
            dir="ltr"
            autocomplete="current-password"
            spellcheck={false}
            required
            maxLength={256}
            autofocus={isRefused}
            aria-invalid={isRefused ? 'true' : undefined}
            aria-describedby={isRefused ? 'key-fault key-hint' : 'key-hint'}
          />
          <button type="submit">{words.t('signIn.button')}</button>
        </div>
        <p class="remark" id="key-hint">
          {words.t('signIn.hint')}
        </p>
      </form>
      <h2>{words.t('signIn.noKeyTitle')}</h2>
      <p>{words.t('signIn.noKey')}</p>
    </Layout>
  );
}
