import type { JSX } from 'preact';
import { MODERATED_KINDS } from '../../communities/moderation/moderation-case.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';
import { SelectField } from '../administration/select-field.js';
import { TextField } from '../administration/text-field.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';
import { StepFields } from './step-forms.js';

/** Where a text that has no case yet is taken down or, a statement that was declined, appealed about. */
export function StepPage({
  frame,
  visitor,
  asked,
  fault,
}: {
  readonly frame: Frame;
  readonly visitor: Visitor;
  /** What the address or the form says of the text. */
  readonly asked: SentForm;
  readonly fault?: Fault | undefined;
}): JSX.Element {
  const { words } = frame;
  const isAppeal = asked.text('step') === 'appeal';
  const title = words.t(isAppeal ? 'moderation.appealTitle' : 'moderation.takeDownTitle');
  return (
    <Layout frame={frame} title={title} section="contribute">
      <h1>{title}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t(isAppeal ? 'moderation.appealLede' : 'moderation.takeDownLede')}</p>
      <form action={words.to('moderation')} method="post" class="decide">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <PlaceFields words={words} asked={asked} />
        <StepFields
          step={isAppeal ? 'appealed' : 'taken_down'}
          reasons={DECLINE_REASONS}
          {...{ words, sent: asked, fault }}
        />
      </form>
    </Layout>
  );
}

/** Asks which text is to be taken down. */
export function TextToTakeDown({ frame: { words } }: { readonly frame: Frame }): JSX.Element {
  return (
    <section>
      <h2>{words.t('moderation.takeDownTitle')}</h2>
      <form action={words.to('moderation', 'new')} method="get" class="decide">
        <PlaceFields words={words} />
        <button type="submit" class="quietly">
          {words.t('moderation.takeDownTitle')}
        </button>
      </form>
    </section>
  );
}

function PlaceFields({ words, asked }: { readonly words: Words; readonly asked?: SentForm }): JSX.Element {
  return (
    <>
      <SelectField
        id="kind"
        label={words.t('moderation.which')}
        of={MODERATED_KINDS.map((code) => ({ code, name: words.t(`moderation.kind.${code}`) }))}
        chosen={asked?.text('kind')}
      />
      <TextField
        id="of"
        label={words.t('moderation.where')}
        hint={words.t('moderation.whereHint')}
        value={asked?.text('of')}
        dir="ltr"
        required
        maxLength={100}
      />
    </>
  );
}
