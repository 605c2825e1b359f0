import type { JSX } from 'preact';
import { CONFIDENCES } from '../../catalogue/confidence.js';
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import { SelectField } from '../administration/select-field.js';
import type { Named } from '../named.js';
import type { Words } from '../words.js';
import { AssessFrame, StepButtons, StepFields, type StepProps } from './assess-frame.js';
import { personsField } from './assess-form.js';

/** Who took part in the round, and how sure they are: once for all questions. */
export function GroupsStepPage(props: StepProps): JSX.Element {
  const { frame, draft, sent, fault } = props;
  const { words } = frame;
  return (
    <AssessFrame step={props} title={words.t('assess.groupsTitle')}>
      <p class="lede">{words.t('assess.groupsLede')}</p>
      <form class="round" action={words.to('assess', draft.reference, 'groups')} method="post">
        <StepFields {...props} />
        <fieldset>
          <legend>{words.t('assess.groups')}</legend>
          <p class="remark" id="persons-hint">
            {words.t('assess.personsHint')}
          </p>
          {STAKEHOLDER_GROUPS.map((group) => (
            <Group key={group} {...props} group={group} />
          ))}
        </fieldset>
        <SelectField
          id="confidence"
          label={words.t('assess.confidence')}
          of={confidenceChoices(words)}
          none={words.t('assess.notSaid')}
          chosen={sent === undefined ? draft.confidence : sent.text('confidence')}
          fault={fault}
        />
        <StepButtons step={props} next={words.t('assess.go.questions')} ways={['back']} />
      </form>
    </AssessFrame>
  );
}

function Group({
  frame: { words },
  draft,
  sent,
  fault,
  group,
}: StepProps & { readonly group: StakeholderGroup }) {
  const before = draft.tookPart?.find((one) => one.group === group);
  const isTicked = sent === undefined ? before !== undefined : sent.all('group').includes(group);
  const persons = sent === undefined ? before?.persons : sent.text(personsField(group));
  const id = personsField(group);
  const name = words.t(`communities.stakeholder.${group}`);
  const isWrong = fault?.field === id;
  return (
    <p>
      <label class="choice">
        <input type="checkbox" name="group" value={group} checked={isTicked} />
        <span class="sentence">{name}</span>
      </label>
      <label for={id}>{words.t('assess.persons', { group: name })}</label>
      <input
        id={id}
        name={id}
        value={persons}
        inputMode="numeric"
        autocomplete="off"
        maxLength={10}
        dir="ltr"
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'fault persons-hint' : 'persons-hint'}
      />
    </p>
  );
}

/** How sure one can be, in words. */
export function confidenceChoices(words: Words): readonly Named[] {
  return CONFIDENCES.map((code) => ({ code, name: words.t(`assessment.confidence.${code}`) }));
}
