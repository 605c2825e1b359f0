import type { JSX } from 'preact';
import { SOCIAL_SIZE } from '../../charts/picture-size.js';
import type { Frame } from '../frame.js';

interface SocialCardProps {
  readonly frame: Frame;
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly title: string;
  readonly description: string;
}

/** What networks show when somebody passes the page of a country on. Sources: Open Graph protocol, X cards. */
export function SocialCard({ frame, area, title, description }: SocialCardProps): JSX.Element | null {
  const { words, base } = frame;
  if (base === undefined) return null;
  const image = `${base}/api/v1/charts/social.png?${new URLSearchParams({ area, lang: words.language }).toString()}`;
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={words.t('site.name')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={base + words.to('countries', area)} />
      <meta property="og:locale" content={words.language} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(SOCIAL_SIZE.width)} />
      <meta property="og:image:height" content={String(SOCIAL_SIZE.height)} />
      <meta property="og:image:alt" content={words.t('embed.socialAlt', { country: title })} />
      <meta name="description" content={description} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
