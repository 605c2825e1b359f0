import type { JSX } from 'preact';
import type { ContributorAccount } from '../../access/contributor.js';
import { StepForm } from '../parts/step-form.js';
import { AdministrationFrame, mayChange, type AdministrationProps } from './administration-frame.js';
import { nameOf } from './name-of.js';
import { TextField } from './text-field.js';

/** What it means to erase somebody, and the form that does it. */
export function ErasurePage(
  props: AdministrationProps & { readonly person: ContributorAccount },
): JSX.Element {
  const { frame, visitor, person, fault } = props;
  const { words } = frame;
  const { id, version } = person;
  return (
    <AdministrationFrame
      {...props}
      section="contributors"
      title={words.t('erasure.of', { name: nameOf(person, words) })}
    >
      <p class="lede">{words.t('erasure.lede')}</p>
      <p>{words.t('erasure.kept')}</p>
      {mayChange(visitor) && (
        <StepForm
          action={words.to('administration', 'contributors', String(id), 'erasure')}
          visitor={visitor}
          version={version}
          label={words.t('erasure.button')}
        >
          <TextField
            id="number"
            label={words.t('erasure.number', { number: String(id) })}
            dir="ltr"
            required
            fault={fault}
          />
        </StepForm>
      )}
      <p>
        <a href={words.to('administration', 'contributors', String(id))}>{words.t('erasure.back')}</a>
      </p>
    </AdministrationFrame>
  );
}
