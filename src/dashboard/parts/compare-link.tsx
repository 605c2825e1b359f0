import type { JSX } from 'preact';
import type { Words } from '../words.js';

/** From a node or indicator to where countries of one's choice stand beside each other on it. */
export function CompareLink({ node, words }: { readonly node: string; readonly words: Words }): JSX.Element {
  return (
    <p>
      <a href={`${words.to('compare')}?${new URLSearchParams({ node }).toString()}`}>
        {words.t('compare.link')}
      </a>
    </p>
  );
}
