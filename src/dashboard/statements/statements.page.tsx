import type { JSX } from 'preact';
import {
  stateOf,
  WORKING_DAYS_TO_DECIDE,
  workingDaysBetween,
  type StatementFile,
} from '../../communities/statement-states.js';
import type { StatementSubject } from '../../communities/statement.js';
import { Layout, type Frame } from '../layout.js';

/** Statements of the communities of somebody, or those that wait for a moderator with how long they have waited. */
export function StatementsPage({
  frame,
  files,
  nameOf,
  list,
  now,
}: {
  readonly frame: Frame;
  readonly files: readonly StatementFile[];
  readonly nameOf: (subject: StatementSubject) => string | undefined;
  readonly list: 'own' | 'waiting';
  readonly now: Date;
}): JSX.Element {
  const { words } = frame;
  const title = words.t(`statements.${list}Title`);
  return (
    <Layout frame={frame} title={title} section="contribute">
      <h1>{title}</h1>
      <p class="lede">
        {words.t(`statements.${list}Lede`, { count: files.length, days: WORKING_DAYS_TO_DECIDE })}
      </p>
      {files.length > 0 && (
        <table class="issues">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.country')}</th>
              <th scope="col">{words.t('statements.subject')}</th>
              <th scope="col">{words.t('statements.speaker')}</th>
              <th scope="col">{words.t('statements.stands')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => {
              const { id, area, areaName, subject, by, versions } = file;
              const [last] = versions;
              const sentAt = last?.sentAt ?? now;
              const waited = workingDaysBetween(sentAt, now);
              return (
                <tr key={id}>
                  <th scope="row">{words.area({ code: area, name: areaName })}</th>
                  <td>
                    <a href={words.to('statements', id)}>
                      {nameOf(subject) ?? words.t('statements.subject.country')}
                    </a>
                  </td>
                  <td>
                    <bdi>{by.name}</bdi>
                  </td>
                  <td>
                    {words.t(`statements.state.${stateOf(file)}`, {
                      day: words.day((last?.decidedAt ?? sentAt).toISOString()),
                    })}{' '}
                    {list === 'waiting' &&
                      words.t(waited > WORKING_DAYS_TO_DECIDE ? 'statements.overdue' : 'statements.waits', {
                        days: waited,
                      })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Layout>
  );
}
