import type { JSX } from 'preact';
import { TextField } from '../administration/text-field.js';
import type { Fault } from '../fault.js';
import type { Words } from '../words.js';
import { FaultNotice } from './fault-notice.js';

/** A form that sends nothing, with a fault, to show what forms look like. */
export function StyleForm({ words }: { readonly words: Words }): JSX.Element {
  const fault: Fault = {
    title: words.t('style.faultTitle'),
    detail: words.t('style.faultDetail'),
    lines: [
      { detail: words.t('style.fieldYearFault'), hint: words.t('style.fieldYearHint'), field: 'style-year' },
    ],
  };
  return (
    <>
      <FaultNotice fault={fault} words={words} isSample />
      <form action="#form">
        <TextField id="style-year" label={words.t('style.fieldYear')} value="20222" fault={fault} />
        <p>
          <label for="style-choice">{words.t('style.fieldChoice')}</label>
          <select id="style-choice">
            <option>{words.t('style.choiceCounted')}</option>
            <option>{words.t('style.choiceEstimated')}</option>
          </select>
        </p>
        <p>
          <label for="style-note">{words.t('style.fieldNote')}</label>
          <textarea id="style-note" rows={2} />
        </p>
        <label class="choice">
          <input type="checkbox" /> {words.t('style.fieldAgree')}
        </label>
        <div class="row">
          <button type="submit">{words.t('style.send')}</button>
          <button type="button" class="quietly">
            {words.t('style.check')}
          </button>
        </div>
      </form>
    </>
  );
}
