import type { JSX } from 'preact';
import { logQuarters, type LogEntry } from '../../communities/moderation/moderation-log.js';
import { Layout, type Frame } from '../layout.js';
import { Ledger } from '../parts/ledger.js';
import type { Words } from '../words.js';

/** So many decisions are on the page. */
const MOST_SHOWN = 200;

/** What moderators decided and why: neither texts nor persons. */
export function ModerationLogPage({
  frame,
  entries,
}: {
  readonly frame: Frame;
  readonly entries: readonly LogEntry[];
}): JSX.Element {
  const { words } = frame;
  const things = entries.slice(0, MOST_SHOWN).map((entry, id) => ({ ...entry, id }));
  return (
    <Layout frame={frame} title={words.t('moderation.title')} section="conduct" api="moderation">
      <h1>{words.t('moderation.title')}</h1>
      <p class="lede">{words.t('moderation.lede', { count: entries.length })}</p>
      <p>
        {words.t('moderation.rules')} <a href={words.to('conduct')}>{words.t('moderation.toConduct')}</a>
      </p>
      {things.length > 0 && (
        <>
          <h2>{words.t('moderation.quarters')}</h2>
          <Quarters entries={entries} words={words} />
          <h2>{words.t('moderation.log')}</h2>
          {entries.length > MOST_SHOWN && <p>{words.t('moderation.logNote', { most: MOST_SHOWN })}</p>}
        </>
      )}
      <Ledger
        caption={words.t('moderation.log')}
        columns={[
          { head: words.t('moderation.decidedOn'), cell: ({ at }) => words.day(at) },
          { head: words.t('moderation.text'), cell: ({ kind }) => words.t(`moderation.kind.${kind}`) },
          { head: words.t('moderation.whose'), cell: (entry) => whoseWords(entry, words) },
          {
            head: words.t('moderation.decision'),
            cell: ({ decision }) => words.t(`moderation.decision.${decision}`),
          },
          {
            head: words.t('moderation.reason'),
            cell: ({ reasonCode }) => reasonCode !== undefined && words.t(`statements.reason.${reasonCode}`),
          },
          {
            head: words.t('moderation.days'),
            cell: ({ workingDays }) => workingDays !== undefined && words.value(workingDays),
          },
          {
            head: words.t('moderation.appeal'),
            cell: ({ appeal }) => appeal !== undefined && words.t(`moderation.appeal.${appeal}`),
          },
        ]}
        things={things}
      />
    </Layout>
  );
}

function Quarters({
  entries,
  words,
}: {
  readonly entries: readonly LogEntry[];
  readonly words: Words;
}): JSX.Element {
  const counted = ['shown', 'declined', 'taken_down', 'lapsed'] as const;
  return (
    <Ledger
      caption={words.t('moderation.quarters')}
      columns={[
        {
          head: words.t('moderation.quarter'),
          cell: ({ quarter }) =>
            words.t('moderation.quarterName', { year: quarter.slice(0, 4), number: quarter.slice(-1) }),
        },
        ...counted.map((decision) => ({
          head: words.t(`moderation.decision.${decision}`),
          cell: (quarter: Record<typeof decision, number>) => words.value(quarter[decision]),
        })),
        { head: words.t('moderation.appeals'), cell: ({ appeals }) => words.value(appeals) },
        { head: words.t('moderation.overturned'), cell: ({ overturned }) => words.value(overturned) },
      ]}
      things={logQuarters(entries).map((quarter) => ({ ...quarter, id: quarter.quarter }))}
    />
  );
}

function whoseWords({ communityName, area, areaName }: LogEntry, words: Words): JSX.Element | string {
  if (communityName === undefined) return words.t('moderation.ofAdministrator');
  if (area === undefined) return <bdi>{communityName}</bdi>;
  const country = words.area({ code: area, name: areaName ?? area });
  return words.t('moderation.about', { community: communityName, country });
}
