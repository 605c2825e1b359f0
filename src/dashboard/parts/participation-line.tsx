import type { JSX } from 'preact';
import type { Participation, ParticipationView } from '../../reports/participation/participation.js';
import { participationSentences } from '../../reports/participation/participation-words.js';
import type { Words } from '../words.js';

/** Who took part, in a line that leads to the whole. */
export function ParticipationLine({
  participation,
  view,
  words,
}: {
  readonly participation: Participation;
  readonly view: ParticipationView;
  readonly words: Words;
}): JSX.Element {
  return (
    <p id="participation">
      {participationSentences(participation, view.area !== undefined, words).join(' ')}{' '}
      <a href={participationAddress(view, words)}>{words.t('participation.more')}</a>
    </p>
  );
}

export function participationAddress(view: ParticipationView, words: Words): string {
  const query = participationQuery(view);
  return `${words.to('participation')}${query === '' ? '' : `?${query}`}`;
}

export function participationQuery({ area, region, issue }: ParticipationView): string {
  return new URLSearchParams({
    ...(area !== undefined && { area }),
    ...(region !== undefined && { region }),
    ...(issue !== undefined && { issue }),
  }).toString();
}
