import { h, type ComponentChildren, type JSX } from 'preact';
import type { Frame } from '../layout.js';

interface KeepProps {
  readonly frame: Frame;
  /** One form. */
  readonly children: ComponentChildren;
}

/**
 * Around a form that takes time to fill: what is typed is kept in the browser until it is sent, and said so. Secrets,
 * files and hidden fields are not kept. Without script the form is just itself.
 */
export function Keep({ frame: { words, assets, visitor }, children }: KeepProps): JSX.Element {
  return h(
    'iww-keep',
    {
      'data-owner': visitor?.actor.contributorId,
      'data-kept': words.t('keep.kept'),
      'data-again': words.t('keep.again'),
    },
    children,
    <p class="remark kept">{words.t('keep.where')}</p>,
    <script type="module" src={assets['keep.js']} />,
  );
}
