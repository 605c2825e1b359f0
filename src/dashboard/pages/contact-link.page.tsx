import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';

/** What somebody finds behind the link of a mail: to confirm the address, or to end the mails. */
export function ContactLinkPage({
  frame,
  token,
  state,
}: {
  readonly frame: Frame;
  readonly token: string;
  readonly state: 'waiting' | 'confirmed' | 'ended';
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('notices.link.title')}>
      <h1>{words.t('notices.link.title')}</h1>
      <p class="lede">{words.t(`notices.link.${state}`)}</p>
      {state === 'waiting' && (
        <form action={words.to('contact', token, 'confirmation')} method="post">
          <button type="submit">{words.t('notices.link.confirm')}</button>
        </form>
      )}
      {state !== 'ended' && (
        <form action={words.to('contact', token, 'removal')} method="post">
          <button type="submit" class="quietly">
            {words.t('notices.link.end')}
          </button>
        </form>
      )}
    </Layout>
  );
}
