import type { JSX } from 'preact';
import type { ChainedEntry } from '../../platform/audit/audit-trail.js';
import type { Words } from '../words.js';
import { readDetail } from './audit-detail.js';

/** One entry of the audit trail: what was done to what, when and by whom, and what changed. */
export function AuditEntryItem({
  entry,
  words,
}: {
  readonly entry: ChainedEntry;
  readonly words: Words;
}): JSX.Element {
  const { number, at, action, subject, contributorId, role, requestId, detail, hash } = entry;
  const { changes, facts } = readDetail(detail);
  const name = `audit.action.${action}`;
  return (
    <li value={number} id={`entry-${String(number)}`}>
      <p>
        {words.t('audit.number', { number })} <strong>{words.has(name) ? words.t(name) : action}</strong>{' '}
        <Subject subject={subject} words={words} />
        <br />
        <time dateTime={at.toISOString()}>{words.t('audit.at', { moment: words.moment(at) })}</time> ·{' '}
        <By contributorId={contributorId} role={role} words={words} />
      </p>
      {(changes.length > 0 || facts.length > 0) && (
        <ul class="changes">
          {changes.map((change) => (
            <li key={change.name}>
              {change.name !== '' && <>{labelOf(change.name, words)}: </>}
              {change.before !== undefined && (
                <del>
                  <bdi>{change.before}</bdi>
                </del>
              )}{' '}
              {change.after !== undefined && (
                <ins>
                  <bdi>{change.after}</bdi>
                </ins>
              )}
            </li>
          ))}
          {facts.map((fact) => (
            <li key={fact.name}>
              {labelOf(fact.name, words)}: <bdi>{fact.text}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p class="remark">
        {requestId !== undefined && (
          <>
            {words.t('audit.request')}: <bdi>{requestId}</bdi>
            <br />
          </>
        )}
        <span class="code" dir="ltr">
          {hash}
        </span>
      </p>
    </li>
  );
}

function By({
  contributorId,
  role,
  words,
}: {
  readonly contributorId: number | undefined;
  readonly role: string | undefined;
  readonly words: Words;
}): JSX.Element {
  if (contributorId === undefined) return <>{words.t('audit.byNobody')}</>;
  const number = String(contributorId);
  return (
    <>
      <a href={words.to('administration', 'contributors', number)}>{words.t('audit.by', { number })}</a>
      {role !== undefined && ` (${words.has(`role.${role}`) ? words.t(`role.${role}`) : role})`}
    </>
  );
}

/** Where the pages of things are; of others the entries about them are shown. */
const PAGES: Readonly<Record<string, string>> = {
  contributor: 'contributors',
  community: 'communities',
  key: 'keys',
};

function Subject({ subject, words }: { readonly subject: string; readonly words: Words }): JSX.Element {
  const [kind = '', id = ''] = subject.split(':', 2);
  const section = PAGES[kind];
  const address =
    section === undefined || id === ''
      ? `${words.to('audit')}?${new URLSearchParams({ subject }).toString()}`
      : words.to('administration', section, id);
  return (
    <a href={address}>
      <bdi>{subject}</bdi>
    </a>
  );
}

function labelOf(name: string, words: Words): string {
  const key = `audit.detail.${name}`;
  return words.has(key) ? words.t(key) : name;
}
