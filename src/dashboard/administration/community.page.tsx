import type { JSX } from 'preact';
import type { RegisteredCommunity } from '../../communities/community.js';
import { StepForm } from '../parts/step-form.js';
import type { SentForm } from '../sent-form.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { CommunityFields } from './community-fields.js';

/** One community: what is told of it, and whether it is shown. */
export function CommunityPage(
  props: AdministrationProps & {
    readonly community: RegisteredCommunity;
    readonly sent: SentForm | undefined;
  },
): JSX.Element {
  const { frame, visitor, community, fault, sent } = props;
  const { words } = frame;
  const { code, name, kind, areas, hidden, version } = community;
  const to = (...more: readonly string[]): string => words.to('administration', 'communities', code, ...more);
  const changes = mayChange(visitor) && kind !== 'system';
  return (
    <AdministrationFrame {...props} section="communities" title={name}>
      <dl class="pairs">
        <dt>{words.t('communities.code')}</dt>
        <dd>
          <bdi>{code}</bdi>
        </dd>
        <dt>{words.t('communities.state')}</dt>
        <dd>{words.t(hidden ? 'communities.hiddenLong' : 'communities.shownLong')}</dd>
        <dt>{words.t('communities.kind')}</dt>
        <dd>{words.t(`communities.kind.${kind}`)}</dd>
        <dt>{words.t('communities.areas')}</dt>
        <dd>{areas.length === 0 ? words.t('communities.everywhere') : <bdi>{areas.join(', ')}</bdi>}</dd>
      </dl>
      <p>
        <a href={`${words.to('administration', 'contributors')}?community=${encodeURIComponent(code)}`}>
          {words.t('communities.people')}
        </a>
      </p>
      {changes && (
        <>
          <StepForm
            action={to(hidden ? 'confirmation' : 'hiding')}
            visitor={visitor}
            version={version}
            label={words.t(hidden ? 'communities.confirm' : 'communities.hide')}
            quiet={!hidden}
          />
          <h2>{words.t('communities.change')}</h2>
          <form action={to()} method="post">
            <input type="hidden" name="_token" value={visitor.formToken} />
            <input type="hidden" name="version" value={version} />
            <CommunityFields words={words} community={community} sent={sent} fault={fault} />
            <button type="submit">{words.t('communities.changeButton')}</button>
          </form>
        </>
      )}
    </AdministrationFrame>
  );
}
