import type { JSX } from 'preact';
import type { FollowedKind } from '../../reports/following/followed.js';
import type { Frame } from '../frame.js';

/** Leads to being told of what changes about this: by mail where mails are sent, and by the feed where there is one. */
export function FollowLink({
  frame: { words, isMailSetUp = false },
  kind,
  code,
  feed,
}: {
  readonly frame: Frame;
  readonly kind: FollowedKind;
  readonly code: string;
  readonly feed?: string;
}): JSX.Element | null {
  const mail = isMailSetUp && (
    <a href={`${words.to('follow')}?${kind}=${encodeURIComponent(code)}`}>{words.t('following.link.mail')}</a>
  );
  const atom = feed !== undefined && (
    <a href={feed} type="application/atom+xml">
      {words.t('feed.link')}
    </a>
  );
  if (mail === false && atom === false) return null;
  return (
    <p>
      {mail}
      {mail !== false && atom !== false && ' · '}
      {atom}
    </p>
  );
}
