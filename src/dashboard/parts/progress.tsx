import { h, type JSX } from 'preact';
import type { Words } from '../words.js';

/** How far a check is. The script tells it as it goes on; without one the reader looks again. */
export function Progress({
  receipt,
  words,
}: {
  readonly receipt: string;
  readonly words: Words;
}): JSX.Element {
  return h(
    'iww-progress',
    {
      src: words.to('submissions', receipt, 'progress'),
      'data-rows': words.t('progress.rows', { rows: '{rows}' }),
    },
    <p class="lede" role="status">
      {words.t('progress.checking')}
    </p>,
    <progress aria-label={words.t('progress.label')} max={1} />,
    <noscript>
      <p>
        <a href={words.to('submissions', receipt)}>{words.t('progress.again')}</a>
      </p>
    </noscript>,
    <p class="quiet">{words.t('progress.leave')}</p>,
  );
}
