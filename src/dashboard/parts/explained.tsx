import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Term } from '../terms.js';
import type { Words } from '../words.js';

/**
 * A term with its explanation at hand: a click, a touch or the keyboard opens one sentence and the way to the glossary.
 * Works without script. To be used where a page first uses the term; its own word stands there unless another is given.
 */
export function Explained({
  words,
  of,
  children,
}: {
  readonly words: Words;
  readonly of: Term;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <>
      <button type="button" class="term" popovertarget={id}>
        {children ?? words.t(`term.${of}`)}
      </button>
      <span class="says" id={id} popover="auto">
        <strong>{words.t(`term.${of}`)}</strong> {words.t(`term.${of}.says`)}{' '}
        <a href={`${words.to('glossary')}#${of}`}>{words.t('term.more')}</a>
      </span>
    </>
  );
}
