import type { JSX } from 'preact';
import { stateOf, type StatementFile } from '../../communities/statement-states.js';
import type { StatementSubject } from '../../communities/statement.js';
import { Layout, type Frame } from '../layout.js';

/** Statements of the communities of somebody. */
export function StatementsPage({
  frame,
  files,
  nameOf,
}: {
  readonly frame: Frame;
  readonly files: readonly StatementFile[];
  readonly nameOf: (subject: StatementSubject) => string | undefined;
}): JSX.Element {
  const { words } = frame;
  const title = words.t('statements.ownTitle');
  return (
    <Layout frame={frame} title={title} section="contribute">
      <h1>{title}</h1>
      <p class="lede">{words.t('statements.ownLede', { count: files.length })}</p>
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
              const day = last?.decidedAt ?? last?.sentAt;
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
                      day: day === undefined ? '' : words.day(day.toISOString()),
                    })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p>
        <a href={words.to('moderation', 'own')}>{words.t('moderation.toOwn')}</a>
      </p>
    </Layout>
  );
}
