import type { ComponentChildren, JSX } from 'preact';
import type { Words } from '../words.js';

/** Terms of a published series, with a remark while it is not clear what they allow. */
export function Terms({
  terms,
  redistribution,
  words,
}: {
  readonly terms: ComponentChildren;
  readonly redistribution?: string | undefined;
  readonly words: Words;
}): JSX.Element {
  return (
    <>
      {terms}
      {isUnclear(redistribution) && <span class="remark">{words.t('note.terms')}</span>}
    </>
  );
}

/** Whether the publisher must be asked before the values are passed on in packages. */
export function isUnclear(redistribution: string | undefined): boolean {
  return redistribution === 'nc-sa' || redistribution === 'ask';
}
