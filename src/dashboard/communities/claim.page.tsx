import type { JSX } from 'preact';
import { TextField } from '../administration/text-field.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import type { SentForm } from '../sent-form.js';

/** Where somebody asks to act for a community. */
export function ClaimPage({
  frame,
  formToken,
  community,
  sent,
  fault,
}: {
  readonly frame: Frame;
  readonly formToken: string;
  /** The community they came from. */
  readonly community?: { readonly code: string; readonly name: string } | undefined;
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
}): JSX.Element {
  const { words } = frame;
  const field = (id: string) => ({ id, label: words.t(`claim.${id}`), value: sent?.text(id), fault });
  return (
    <Layout frame={frame} title={words.t('claim.title')} section="communities">
      <h1>{words.t('claim.title')}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t('claim.lede')}</p>
      <form action={words.to('claim')} method="post">
        <input type="hidden" name="_token" value={formToken} />
        {community !== undefined && <input type="hidden" name="community" value={community.code} />}
        <TextField
          {...field('initiative')}
          value={sent === undefined ? community?.name : sent.text('initiative')}
          required
          maxLength={200}
        />
        <TextField {...field('person')} hint={words.t('claim.personHint')} required maxLength={200} />
        <TextField
          {...field('address')}
          hint={words.t('claim.addressHint')}
          dir="ltr"
          required
          maxLength={254}
        />
        <TextField
          {...field('evidence')}
          hint={words.t('claim.evidenceHint')}
          type="url"
          dir="ltr"
          required
          maxLength={500}
        />
        <p>
          <label class="choice" for="conduct">
            <input
              id="conduct"
              type="checkbox"
              name="conduct"
              value="yes"
              required
              checked={sent?.has('conduct') === true}
            />{' '}
            {words.t('acceptance.claim')}
          </label>
          <a href={words.to('conduct')}>{words.t('wording.toConduct')}</a>
        </p>
        <button type="submit">{words.t('claim.send')}</button>
      </form>
    </Layout>
  );
}

/** That it arrived, and what comes next. */
export function ClaimSentPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('claim.sentTitle')} section="communities">
      <h1>{words.t('claim.sentTitle')}</h1>
      <p class="lede" role="status">
        {words.t('claim.sentLede')}
      </p>
      <p>
        <a href={words.to('communities')}>{words.t('communityPages.title')}</a>
      </p>
    </Layout>
  );
}
