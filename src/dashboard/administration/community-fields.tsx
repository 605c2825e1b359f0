import type { JSX } from 'preact';
import { GIVEN_KINDS } from '../../communities/community-request.js';
import { STAKEHOLDERS, type RegisteredCommunity } from '../../communities/community.js';
import type { Fault } from '../fault.js';
import type { SentForm } from '../sent-form.js';
import type { Words } from '../words.js';
import { SelectField } from './select-field.js';
import { TextField } from './text-field.js';

/** What is told of a community, to be written. */
export function CommunityFields({
  words,
  community,
  sent,
  fault,
}: {
  readonly words: Words;
  /** As it stands; absent: it is new. */
  readonly community?: RegisteredCommunity | undefined;
  /** What was written, when that could not be taken, and why. */
  readonly sent: SentForm | undefined;
  readonly fault: Fault | undefined;
}): JSX.Element {
  const kinds = GIVEN_KINDS.map((code) => ({ code, name: words.t(`communities.kind.${code}`) }));
  const field = (name: 'acronym' | 'established' | 'name' | 'region' | 'source' | 'website') => ({
    id: name,
    label: words.t(`communities.${name}`),
    value: sent === undefined ? community?.[name]?.toString() : sent.text(name),
    fault,
  });
  return (
    <>
      <TextField {...field('name')} required maxLength={200} />
      <TextField {...field('acronym')} maxLength={50} />
      <SelectField
        id="kind"
        label={words.t('communities.kind')}
        of={kinds}
        chosen={sent?.text('kind') ?? community?.kind}
        none={words.t('communities.chooseKind')}
        required
        fault={fault}
      />
      <SelectField
        id="stakeholder"
        label={words.t('communities.stakeholder')}
        of={STAKEHOLDERS.map((code) => ({ code, name: words.t(`communities.stakeholder.${code}`) }))}
        chosen={sent?.text('stakeholder') ?? community?.stakeholder}
        none={words.t('communities.noStakeholder')}
        fault={fault}
      />
      <TextField
        id="areas"
        label={words.t('communities.areas')}
        hint={words.t('communities.areasHint')}
        value={sent === undefined ? community?.areas.join(' ') : sent.text('areas')}
        dir="ltr"
        fault={fault}
      />
      <TextField {...field('region')} maxLength={200} />
      <TextField {...field('established')} type="number" dir="ltr" min={1900} max={2200} />
      <TextField {...field('website')} type="url" dir="ltr" maxLength={500} />
      <TextField
        {...field('source')}
        type="url"
        dir="ltr"
        maxLength={500}
        hint={words.t('communities.sourceHint')}
      />
    </>
  );
}
