import type { JSX } from 'preact';
import type { Claim } from '../../communities/claim.js';
import { OutwardLink } from '../parts/outward-link.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { TextField } from './text-field.js';

/** Who asks to act for a community: confirmed, they get a key; declined or not, they are forgotten. */
export function ClaimsPage(
  props: AdministrationProps & { readonly claims: readonly Claim[]; readonly once: string },
): JSX.Element {
  const { frame, visitor, claims, once, fault } = props;
  const { words } = frame;
  return (
    <AdministrationFrame {...props} section="claims" title={words.t('administration.claims')}>
      <p class="lede">{words.t('claims.lede', { count: claims.length })}</p>
      {claims.map(({ id, initiative, community, person, address, evidence, sentAt }) => (
        <section key={id}>
          <h2>
            <bdi>{initiative}</bdi>
          </h2>
          <dl class="pairs">
            <dt>{words.t('claim.person')}</dt>
            <dd>
              <bdi>{person}</bdi>
            </dd>
            <dt>{words.t('claim.address')}</dt>
            <dd>
              <bdi>{address}</bdi>
            </dd>
            <dt>{words.t('claim.evidence')}</dt>
            <dd>
              <OutwardLink href={evidence} instead={evidence}>
                {evidence}
              </OutwardLink>
            </dd>
            <dt>{words.t('claims.sentAt')}</dt>
            <dd>{words.day(sentAt.toISOString())}</dd>
          </dl>
          {mayChange(visitor) && (
            <>
              <form action={words.to('administration', 'claims', String(id), 'confirmation')} method="post">
                <input type="hidden" name="_token" value={visitor.formToken} />
                <input type="hidden" name="once" value={`${once}-${String(id)}`} />
                <TextField
                  id={`community-${String(id)}`}
                  label={words.t('communities.code')}
                  hint={words.t('claims.codeHint')}
                  value={community}
                  dir="ltr"
                  required
                  maxLength={100}
                  fault={fault}
                />
                <button type="submit">{words.t('claims.confirm')}</button>
              </form>
              <form action={words.to('administration', 'claims', String(id), 'refusal')} method="post">
                <input type="hidden" name="_token" value={visitor.formToken} />
                <button type="submit" class="quietly">
                  {words.t('claims.decline')}
                </button>
              </form>
            </>
          )}
        </section>
      ))}
    </AdministrationFrame>
  );
}
