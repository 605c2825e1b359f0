import type { JSX } from 'preact';
import type { ChainedEntry } from '../../platform/audit/audit-trail.js';
import { StepForm } from '../parts/step-form.js';
import { AdministrationFrame, type AdministrationProps } from './administration-frame.js';
import { AuditEntryItem } from './audit-entry-item.js';
import type { ChainCheck } from './chain-check.service.js';
import { FurtherLink } from './further-link.js';
import { TextField } from './text-field.js';

interface AuditPageProps extends AdministrationProps {
  readonly entries: readonly ChainedEntry[];
  /** There are more behind this number. */
  readonly next: number | undefined;
  /** What was asked for, by name of the field. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What came of a look at the whole trail, if somebody just asked for one. */
  readonly check: ChainCheck | undefined;
}

/** What was done here, the latest first, and whether the record of it is whole. */
export function AuditPage(props: AuditPageProps): JSX.Element {
  const { frame, visitor, entries, next, query } = props;
  const { words } = frame;
  const page = words.to('audit');
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (
    <AdministrationFrame {...props} section="audit" title={words.t('audit.title')}>
      <p class="lede">{words.t('audit.lede')}</p>
      <Chain {...props} />
      <StepForm
        action={words.to('audit', 'verification')}
        visitor={visitor}
        label={words.t('audit.verify')}
        quiet
      />
      <h2>{words.t('audit.entries')}</h2>
      <Question {...props} />
      {entries.length === 0 && <p>{words.t('administration.none')}</p>}
      <ol class="audit" reversed>
        {entries.map((entry) => (
          <AuditEntryItem key={entry.number} entry={entry} words={words} />
        ))}
      </ol>
      <FurtherLink words={words} page={page} query={{ ...query, after: next?.toString() }} />
      {entries.length > 0 && (
        <p>
          <a href={`${page}.csv?${new URLSearchParams(asked).toString()}`}>{words.t('audit.csv')}</a>
        </p>
      )}
    </AdministrationFrame>
  );
}

function Chain({ frame: { words }, check }: AuditPageProps): JSX.Element {
  if (check === undefined) return <p>{words.t('audit.chain')}</p>;
  const { report } = check;
  if (report === undefined) return <p role="status">{words.t('audit.chainSlow')}</p>;
  const { links, heads, hash, fault } = report;
  if (fault !== undefined) {
    return (
      <p class="fault" role="alert">
        <strong>{words.t('audit.broken', { number: fault.number })}</strong>{' '}
        {words.t(`audit.fault.${fault.code}`)}
      </p>
    );
  }
  return (
    <p class="done" role="status">
      {words.t('audit.whole', { links, heads })} <span class="code">{hash}</span>
    </p>
  );
}

function Question({ frame: { words }, query, fault }: AuditPageProps): JSX.Element {
  const field = (id: string) => ({ id, label: words.t(`audit.${id}`), value: query[id], fault });
  return (
    <form action={words.to('audit')} method="get">
      <div class="fields">
        <TextField {...field('subject')} dir="ltr" hint={words.t('audit.subjectHint')} />
        <TextField {...field('action')} dir="ltr" hint={words.t('audit.actionHint')} />
        <TextField {...field('who')} dir="ltr" hint={words.t('audit.whoHint')} />
        <TextField {...field('from')} type="date" dir="ltr" />
        <TextField {...field('to')} type="date" dir="ltr" />
        <TextField {...field('request')} dir="ltr" hint={words.t('audit.requestHint')} />
      </div>
      <button type="submit">{words.t('administration.show')}</button>
    </form>
  );
}
