import type { JSX } from 'preact';
import { WORKING_DAYS_TO_DECIDE } from '../../communities/statement-states.js';
import { Layout, type Frame } from '../layout.js';
import { Ledger } from '../parts/ledger.js';
import { TextToTakeDown } from './step.page.js';
import { workingDaysLeft, type WaitingText } from './waiting-text.js';

/** What waits for a moderator, the oldest first, with how long it may still wait. */
export function WaitingPage({
  frame,
  texts,
  now,
}: {
  readonly frame: Frame;
  readonly texts: readonly WaitingText[];
  readonly now: Date;
}): JSX.Element {
  const { words } = frame;
  const title = words.t('moderation.waitingTitle');
  return (
    <Layout frame={frame} title={title} section="contribute">
      <h1>{title}</h1>
      <p class="lede">
        {words.t('moderation.waitingLede', { count: texts.length, days: WORKING_DAYS_TO_DECIDE })}
      </p>
      <Ledger
        caption={title}
        columns={[
          {
            head: words.t('moderation.text'),
            cell: ({ kind, address, isAppeal }) => (
              <>
                <a href={address}>{words.t(`moderation.kind.${kind}`)}</a>{' '}
                {isAppeal && <span class="unit">{words.t('moderation.appeal')}</span>}
              </>
            ),
          },
          {
            head: words.t('moderation.whose'),
            cell: ({ whose }) =>
              whose === undefined ? words.t('moderation.ofAdministrator') : <bdi>{whose}</bdi>,
          },
          {
            head: words.t('moderation.waits'),
            cell: (text) => {
              const days = workingDaysLeft(text, now);
              return days < 0 ? words.t('moderation.overdue') : words.t('moderation.left', { days });
            },
          },
          {
            head: words.t('moderation.hints'),
            cell: ({ found }) =>
              found.length === 0
                ? words.t('moderation.noHints')
                : words.list(found.map((kind) => words.t(`moderation.found.${kind}`))),
          },
        ]}
        things={texts}
      />
      <p>
        <a href={words.to('moderation')}>{words.t('moderation.toLog')}</a>
      </p>
      <TextToTakeDown frame={frame} />
    </Layout>
  );
}
