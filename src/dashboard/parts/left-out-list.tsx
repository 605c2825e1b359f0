import type { JSX } from 'preact';
import type { NamedLeftOut, NamedNode } from '../../reports/explanation.js';
import type { Frame } from '../layout.js';

/** Indicators that belong to a score and do not count in it, each with the reason. */
export function LeftOutList({
  frame: { words, named },
  tree,
}: {
  readonly frame: Frame;
  readonly tree: NamedNode;
}): JSX.Element | null {
  const all = leftOutOf(tree);
  if (all.length === 0) return null;
  return (
    <details>
      <summary>{words.t('explanation.leftOut', { count: all.length })}</summary>
      <ul>
        {all.map(({ indicator, name, sentence }) => (
          <li key={indicator}>
            <a href={words.to('indicators', indicator)}>{named('indicator', { code: indicator, name })}</a>{' '}
            <span class="quiet">{sentence}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function leftOutOf({ leftOut, children }: NamedNode): readonly NamedLeftOut[] {
  const all = [...leftOut, ...children.flatMap(({ node }) => (node === undefined ? [] : leftOutOf(node)))];
  return [...new Map(all.map((one) => [one.indicator, one])).values()];
}
