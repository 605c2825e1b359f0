import type { JSX } from 'preact';
import { hasGlobalRole } from '../../access/actor.js';
import { LONGEST_NOTE } from '../../reports/releases/release-request.js';
import { RELEASE_ID, type Release } from '../../scoring/releases/release.js';
import { TextField } from '../administration/text-field.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { Ledger } from '../parts/ledger.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { ShellLines, verifyingLines } from './shell-lines.js';

interface ReleasesPageProps {
  readonly frame: Frame;
  readonly visitor: Visitor | undefined;
  /** The newest first. */
  readonly releases: readonly Release[];
  readonly fault: Fault | undefined;
  readonly sent: SentForm | undefined;
}

/** All releases, what a release is, how to prove one, and for publishers a form to prepare one. */
export function ReleasesPage(props: ReleasesPageProps): JSX.Element {
  const { frame, visitor, releases, fault } = props;
  const { words } = frame;
  return (
    <Layout
      frame={frame}
      title={words.t('releases.title')}
      api="releases"
      feed={`/api/v1/feeds/releases.atom?lang=${words.language}`}
    >
      <h1>{words.t('releases.title')}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t('releases.lede')}</p>
      <p>{words.t('releases.two')}</p>
      {releases.length === 0 && <p>{words.t('releases.none')}</p>}
      <Ledger
        caption={words.t('releases.list')}
        things={releases}
        columns={[
          {
            head: words.t('releases.id'),
            cell: ({ id }) => (
              <a href={words.to('releases', id)}>
                <bdi>{id}</bdi>
              </a>
            ),
          },
          { head: words.t('releases.date'), cell: ({ date }) => words.day(date) },
          { head: words.t('releases.state'), cell: ({ state }) => words.t(`releases.state.${state}`) },
          { head: words.t('releases.edition'), cell: ({ edition }) => <bdi>{edition}</bdi> },
          { head: words.t('releases.method'), cell: ({ methodVersion }) => <bdi>{methodVersion}</bdi> },
          { head: words.t('releases.revision'), cell: ({ revision }) => String(revision) },
        ]}
      />
      <section>
        <h2>{words.t('releases.verify')}</h2>
        <p>
          {words.t('releases.verifyFiles')} <a href="/api/v1/signing-key.pem">{words.t('releases.key')}</a>
        </p>
        <ShellLines lines={verifyingLines()} />
        <p>{words.t('releases.verifyCommand')}</p>
        <ShellLines lines={['npm run iww -- release verify 2026-1']} />
      </section>
      {visitor !== undefined && hasGlobalRole(visitor.actor, 'publisher') && (
        <Prepare {...props} visitor={visitor} />
      )}
    </Layout>
  );
}

function Prepare({
  frame: { words },
  visitor,
  fault,
  sent,
}: ReleasesPageProps & { readonly visitor: Visitor }): JSX.Element {
  return (
    <section>
      <h2>{words.t('releases.prepare')}</h2>
      <p>{words.t('releases.prepareLede')}</p>
      <form action={words.to('releases')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <TextField
          id="id"
          label={words.t('releases.name')}
          hint={words.t('releases.nameHint')}
          value={sent?.text('id')}
          fault={fault}
          dir="ltr"
          required
          maxLength={40}
          pattern={RELEASE_ID.source.slice(1, -1)}
        />
        <TextField
          id="date"
          type="date"
          label={words.t('releases.day')}
          hint={words.t('releases.dayHint')}
          value={sent?.text('date')}
          fault={fault}
        />
        <p>
          <label for="note">{words.t('releases.note')}</label>
          <textarea
            id="note"
            name="note"
            rows={3}
            maxLength={LONGEST_NOTE}
            dir="auto"
            aria-describedby="note-hint"
            aria-invalid={fault?.field === 'note' ? 'true' : undefined}
          >
            {sent?.text('note')}
          </textarea>
          <span class="remark" id="note-hint">
            {words.t('releases.noteHint')}
          </span>
        </p>
        <button type="submit">{words.t('releases.prepareNow')}</button>
      </form>
    </section>
  );
}
