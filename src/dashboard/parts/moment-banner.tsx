import type { JSX } from 'preact';
import type { ReportSources } from '../../reports/report-sources.js';
import type { Words } from '../words.js';

export interface MomentBannerProps {
  readonly moment: Pick<ReportSources, 'release' | 'asOf'>;
  readonly words: Words;
}

/** Says of a page that it is not of today, and leads to the one that is; nothing on pages of today. */
export function MomentBanner({ moment: { release, asOf }, words }: MomentBannerProps): JSX.Element | null {
  if (release === undefined && asOf === undefined) return null;
  return (
    <aside class="moment" aria-label={words.t('moment.label')}>
      <p>
        {release === undefined
          ? asOfSentence(asOf, words)
          : words.t('moment.release', { release: release.id, day: words.day(release.date) })}{' '}
        <a href="?">{words.t('moment.present')}</a>
      </p>
    </aside>
  );
}

function asOfSentence(asOf: ReportSources['asOf'], words: Words): string {
  const revision = String(asOf?.revision ?? 0);
  if (asOf?.moment === undefined) return words.t('moment.revision', { revision });
  return words.t('moment.asOf', { revision, moment: words.moment(new Date(asOf.moment)) });
}
