import type { JSX } from 'preact';
import { LONGEST_STATEMENT } from '../../communities/statement-request.js';
import { SelectField } from '../administration/select-field.js';
import { TextField } from '../administration/text-field.js';
import type { Fault } from '../fault.js';
import type { FieldHints } from '../field-hints.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { TextsFields } from '../parts/texts-fields.js';
import { WordingHints } from '../parts/wording-hints.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';

/** Where a State or community writes what it replies to a figure about it. */
export function StatementFormPage({
  frame,
  visitor,
  area,
  speakers,
  subjects,
  chosen,
  sent,
  found,
  fault,
}: {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly area: Named;
  /** For whom the visitor may speak about the country. */
  readonly speakers: readonly (Named & { readonly stakeholder?: string })[];
  readonly subjects: readonly Named[];
  readonly chosen: string | undefined;
  readonly sent?: SentForm | undefined;
  readonly found?: readonly FieldHints[] | undefined;
  readonly fault?: Fault | undefined;
}): JSX.Element {
  const { words } = frame;
  const country = words.area(area);
  const title = words.t('statements.writeTitle', { country });
  return (
    <Layout frame={frame} title={title} section="countries">
      <p class="kicker">
        <a href={words.to('countries', area.code)}>{country}</a>
      </p>
      <h1>{title}</h1>
      <FaultNotice fault={fault} words={words} />
      {speakers.length === 0 ? (
        <p class="lede">{words.t('statements.notYours', { country })}</p>
      ) : (
        <>
          <p class="lede">{words.t('statements.lede')}</p>
          <p>{words.t('statements.conduct')}</p>
          <form action={words.to('statements')} method="post">
            <input type="hidden" name="_token" value={visitor.formToken} />
            <input type="hidden" name="area" value={area.code} />
            <SelectField
              id="community"
              label={words.t('statements.speaker')}
              of={speakers}
              chosen={sent?.text('community')}
              fault={fault}
            />
            <SelectField
              id="subject"
              label={words.t('statements.subject')}
              of={subjects}
              chosen={sent?.text('subject') ?? chosen}
              fault={fault}
            />
            <TextField
              id="release"
              label={words.t('statements.release')}
              hint={words.t('statements.releaseHint')}
              value={sent?.text('release')}
              dir="ltr"
              maxLength={100}
              fault={fault}
            />
            <TextsFields
              {...{
                name: 'texts',
                legend: words.t('statements.texts'),
                most: LONGEST_STATEMENT,
                sent,
                fault,
                words,
              }}
            />
            <WordingHints frame={frame} found={found} about={stateOf(speakers, area)} />
            <button type="submit">{words.t('statements.send')}</button>
          </form>
        </>
      )}
    </Layout>
  );
}

/** The State, where only it can speak: it may name its own government. */
function stateOf(speakers: readonly { readonly stakeholder?: string }[], area: Named): string | undefined {
  return speakers.every(({ stakeholder }) => stakeholder === 'government') ? area.code : undefined;
}
