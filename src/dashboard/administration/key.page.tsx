import { randomUUID } from 'node:crypto';
import type { JSX } from 'preact';
import type { KnownKey } from '../../access/api-key.js';
import type { ContributorAccount } from '../../access/contributor.js';
import { StepForm } from '../parts/step-form.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { keyName, keyState } from './key-ledger.js';
import { nameOf } from './name-of.js';
import { TextField } from './text-field.js';

/** One key: whose it is, what it lets through, and how it ends. */
export function KeyPage(
  props: AdministrationProps & { readonly known: KnownKey; readonly holder: ContributorAccount },
): JSX.Element {
  const { frame, visitor, known, holder } = props;
  const { words } = frame;
  const { id, roles, areas, createdAt, expiresAt, revokedAt, lastUsedOn, label } = known;
  const to = (step: string): string => words.to('administration', 'keys', String(id), step);
  return (
    <AdministrationFrame {...props} section="keys" title={keyName(known, words)}>
      <dl class="pairs">
        <dt>{words.t('keys.state')}</dt>
        <dd>{keyState(known, words)}</dd>
        <dt>{words.t('keys.holder')}</dt>
        <dd>
          <a href={words.to('administration', 'contributors', String(holder.id))}>{nameOf(holder, words)}</a>
        </dd>
        <dt>{words.t('keys.roles')}</dt>
        <dd>{words.list(roles.map((role) => words.t(`role.${role}`)))}</dd>
        <dt>{words.t('keys.areas')}</dt>
        <dd>{areas.length === 0 ? words.t('keys.allAreas') : <bdi>{areas.join(', ')}</bdi>}</dd>
        <dt>{words.t('keys.created')}</dt>
        <dd>{words.day(createdAt.toISOString())}</dd>
        <dt>{words.t('keys.expires')}</dt>
        <dd>{words.day(expiresAt.toISOString())}</dd>
        {revokedAt !== undefined && (
          <>
            <dt>{words.t('keys.revoked')}</dt>
            <dd>{words.day(revokedAt.toISOString())}</dd>
          </>
        )}
        <dt>{words.t('keys.used')}</dt>
        <dd>{lastUsedOn === undefined ? words.t('keys.neverUsed') : words.day(lastUsedOn)}</dd>
      </dl>
      {mayChange(visitor) && revokedAt === undefined && label !== undefined && (
        <>
          <h2>{words.t('keys.reissue')}</h2>
          <p>{words.t('keys.reissueLede')}</p>
          <StepForm action={to('replacement')} visitor={visitor} label={words.t('keys.reissueButton')} quiet>
            <input type="hidden" name="once" value={randomUUID()} />
          </StepForm>
          <h2>{words.t('keys.revoke')}</h2>
          <p>{words.t('keys.revokeLede')}</p>
          <StepForm action={to('revocation')} visitor={visitor} label={words.t('keys.revokeButton')} quiet>
            <TextField
              id="reason"
              label={words.t('keys.reason')}
              hint={words.t('keys.reasonHint')}
              maxLength={500}
            />
          </StepForm>
        </>
      )}
      <p>
        <a href={`${words.to('audit')}?${new URLSearchParams({ subject: `key:${String(id)}` }).toString()}`}>
          {words.t('keys.audit')}
        </a>
      </p>
    </AdministrationFrame>
  );
}
