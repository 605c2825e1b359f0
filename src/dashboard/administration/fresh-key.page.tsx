import type { JSX } from 'preact';
import type { FreshKey } from '../../access/api-key.js';
import { AdministrationFrame, type AdministrationProps } from './administration-frame.js';

/** A key that was just made, with its secret: on no page after this one. */
export function FreshKeyPage(props: AdministrationProps & { readonly fresh: FreshKey }): JSX.Element {
  const { frame, fresh } = props;
  const { words } = frame;
  const { id, key, label, roles, expiresAt } = fresh;
  return (
    <AdministrationFrame {...props} section="keys" title={words.t('keys.fresh')}>
      <p class="lede" role="status">
        {words.t('keys.freshLede')}
      </p>
      <p>
        <code class="secret" dir="ltr">
          {key}
        </code>
      </p>
      <p>{words.t('keys.freshHow')}</p>
      <dl class="pairs">
        <dt>{words.t('keys.label')}</dt>
        <dd>
          <bdi>{label}</bdi>
        </dd>
        <dt>{words.t('keys.roles')}</dt>
        <dd>{words.list(roles.map((role) => words.t(`role.${role}`)))}</dd>
        <dt>{words.t('keys.expires')}</dt>
        <dd>{words.day(expiresAt.toISOString())}</dd>
      </dl>
      <p>
        <a href={words.to('administration', 'keys', String(id))}>{words.t('keys.freshBack')}</a>
      </p>
    </AdministrationFrame>
  );
}
