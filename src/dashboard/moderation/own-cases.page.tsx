import type { JSX } from 'preact';
import { stateOfCase, type ModerationCase } from '../../communities/moderation/moderation-case.js';
import { Layout, type Frame } from '../layout.js';
import { Ledger } from '../parts/ledger.js';
import { stateWords } from './state-words.js';

/** Texts of somebody's communities that are or were with moderators. */
export function OwnCasesPage({
  frame,
  cases,
  now,
}: {
  readonly frame: Frame;
  readonly cases: readonly ModerationCase[];
  readonly now: Date;
}): JSX.Element {
  const { words } = frame;
  const title = words.t('moderation.ownTitle');
  return (
    <Layout frame={frame} title={title} section="contribute">
      <h1>{title}</h1>
      <p class="lede">{words.t('moderation.ownLede', { count: cases.length })}</p>
      <Ledger
        caption={title}
        columns={[
          {
            head: words.t('moderation.text'),
            cell: ({ id, kind }) => (
              <a href={words.to('moderation', 'cases', id)}>{words.t(`moderation.kind.${kind}`)}</a>
            ),
          },
          { head: words.t('moderation.whose'), cell: ({ community }) => <bdi>{community?.name}</bdi> },
          {
            head: words.t('moderation.stands'),
            cell: (one) => stateWords(one, stateOfCase(one, now), words),
          },
        ]}
        things={cases}
      />
    </Layout>
  );
}
