import type { ComponentChildren, JSX } from 'preact';
import type { CommunityProfile } from '../../communities/community-profile.js';
import type { Community } from '../../communities/community.js';
import { ENGAGEMENT_CHANNELS, PROFILE_FIELDS, type ProfileField } from '../../communities/nri-card.js';
import { LONGEST_DESCRIPTION, LONGEST_WISH } from '../../communities/profile-request.js';
import { standingSentence } from '../../reports/standing-sentence.js';
import { TextField } from '../administration/text-field.js';
import type { Fault } from '../fault.js';
import type { FieldHints } from '../field-hints.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { StepForm } from '../parts/step-form.js';
import { TextsFields } from '../parts/texts-fields.js';
import { WordingHints } from '../parts/wording-hints.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';

interface ProfilePageProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly community: Community;
  readonly profile: CommunityProfile;
  /** The form that is shown again: it could not be taken, and why, or it has hints. */
  readonly again?: {
    readonly form: ProfileField | 'facts';
    readonly sent: SentForm;
    readonly found?: readonly FieldHints[];
    readonly fault?: Fault | undefined;
  };
}

/** Where members write what their community tells of itself, consent to each part, and take that back with one click. */
export function ProfilePage(props: ProfilePageProps): JSX.Element {
  const { frame, community, again } = props;
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('profile.title', { name: community.name })} section="communities">
      <p class="kicker">
        <a href={words.to('communities', community.code)}>{community.name}</a>
      </p>
      <h1>{words.t('profile.title', { name: community.name })}</h1>
      <FaultNotice fault={again?.fault} words={words} />
      <p class="lede">{words.t('profile.lede')}</p>
      <p>{words.t('profile.consentMeans')}</p>
      {PROFILE_FIELDS.map((field) => (
        <PartForm key={field} {...props} field={field} />
      ))}
      <FactsForm {...props} />
    </Layout>
  );
}

function PartForm(props: ProfilePageProps & { readonly field: ProfileField }): JSX.Element {
  const { frame, visitor, community, profile, field, again } = props;
  const { words } = frame;
  const part = profile.parts[field];
  const to = (...more: readonly string[]): string =>
    words.to('communities', community.code, 'profile', field, ...more);
  const state =
    part === undefined
      ? words.t('profile.state.none')
      : part.consentedAt === undefined
        ? words.t('profile.state.kept')
        : words.t('profile.state.shown', { day: words.day(part.consentedAt.toISOString()) });
  return (
    <section>
      <h2>{words.t(`profile.${field}`)}</h2>
      <p class="quiet">{state}</p>
      {part?.moderation !== undefined && (
        <p>
          {part.moderation.standing !== undefined && standingSentence(part.moderation.standing, words)}{' '}
          <a href={words.to('moderation', 'cases', part.moderation.case)}>{words.t('moderation.toCase')}</a>
        </p>
      )}
      {part !== undefined && (
        <StepForm action={to('withdrawal')} visitor={visitor} label={words.t('profile.withdraw')} quiet />
      )}
      <form action={to()} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <input type="hidden" name="version" value={profile.version} />
        <PartFields {...props} />
        <p>
          <label class="choice">
            <input
              type="checkbox"
              name="consent"
              value="yes"
              checked={again?.form === field ? again.sent.has('consent') : part?.consentedAt !== undefined}
            />{' '}
            {words.t('profile.consent')}
          </label>
        </p>
        {field !== 'contact' && (
          <WordingHints frame={frame} found={again?.form === field ? again.found : undefined} />
        )}
        <button type="submit">{words.t('profile.save')}</button>
      </form>
    </section>
  );
}

function PartFields({
  frame: { words },
  profile: { parts },
  field,
  again,
}: ProfilePageProps & { readonly field: ProfileField }): JSX.Element {
  const mine = again?.form === field ? again : undefined;
  const { sent, fault } = mine ?? {};
  if (field === 'description') {
    const texts = parts.description?.content;
    const legend = words.t('profile.descriptionLegend');
    return (
      <TextsFields
        {...{ name: 'description', legend, most: LONGEST_DESCRIPTION, texts, sent, fault, words }}
      />
    );
  }
  if (field === 'contact') {
    const contact = parts.contact?.content;
    const value = (name: 'role' | 'address'): string | undefined =>
      sent === undefined ? contact?.[name].replace(/^mailto:/, '') : sent.text(name);
    return (
      <>
        <p>{words.t('profile.contactHint')}</p>
        <TextField
          id="role"
          label={words.t('profile.role')}
          value={value('role')}
          maxLength={100}
          fault={fault}
        />
        <TextField
          id="address"
          label={words.t('profile.address')}
          hint={words.t('profile.addressHint')}
          value={value('address')}
          dir="ltr"
          maxLength={300}
          fault={fault}
        />
      </>
    );
  }
  const engagement = parts.engagement?.content;
  const chosen: readonly string[] = sent?.all('channel') ?? engagement?.channels ?? [];
  return (
    <>
      <fieldset>
        <legend>{words.t('profile.channels')}</legend>
        {ENGAGEMENT_CHANNELS.map((channel) => (
          <label class="choice" key={channel}>
            <input type="checkbox" name="channel" value={channel} checked={chosen.includes(channel)} />{' '}
            {words.t(`profile.channel.${channel}`)}
          </label>
        ))}
      </fieldset>
      {(['byWhom', 'aboutWhat'] as const).map((name) => (
        <TextsFields
          key={name}
          {...{ name, legend: words.t(`profile.${name}`), most: LONGEST_WISH, rows: 3, sent, fault, words }}
          texts={engagement?.[name]}
        />
      ))}
    </>
  );
}

/** Facts that need no consent: they are about meetings, not about people. */
function FactsForm({ frame: { words }, visitor, community, again }: ProfilePageProps): JSX.Element {
  const mine = again?.form === 'facts' ? again : undefined;
  const meetings = community.meetings
    .map(({ year, place = '', report = '' }) => `${String(year)}; ${place}; ${report}`.replace(/[; ]+$/, ''))
    .join('\n');
  return (
    <section>
      <h2>{words.t('profile.facts')}</h2>
      <form action={words.to('communities', community.code, 'facts')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <TextField
          id="languages"
          label={words.t('communityPages.languages')}
          hint={words.t('profile.languagesHint')}
          value={mine === undefined ? community.languages.join(' ') : mine.sent.text('languages')}
          dir="ltr"
          maxLength={200}
          fault={mine?.fault}
        />
        <Label
          id="meetings"
          label={words.t('communityPages.meetings')}
          hint={words.t('profile.meetingsHint')}
        >
          <textarea id="meetings" name="meetings" rows={6} dir="auto" aria-describedby="meetings-hint">
            {mine === undefined ? meetings : mine.sent.text('meetings')}
          </textarea>
        </Label>
        <button type="submit">{words.t('profile.saveFacts')}</button>
      </form>
    </section>
  );
}

function Label({
  id,
  label,
  hint,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <p>
      <label for={id}>{label}</label>
      {children}
      <span class="remark" id={`${id}-hint`}>
        {hint}
      </span>
    </p>
  );
}
