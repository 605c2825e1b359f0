import type { JSX } from 'preact';
import { isAgenda, type NodeReport } from '../../reports/node-report.js';
import type { Frame } from '../layout.js';
import { NODE_SECTIONS } from '../node-sections.js';

/** What it is, and what it belongs to. */
export function NodeKicker({
  report: { kind, node },
  frame: { words, named },
}: {
  readonly report: NodeReport;
  readonly frame: Frame;
}): JSX.Element {
  const { parent } = node;
  if (isAgenda(kind)) {
    return (
      <p class="kicker">
        <a href={words.to(NODE_SECTIONS[kind])}>{words.t(`node.kicker.${kind}`)}</a>{' '}
        <bdi dir="ltr">{node.code.replace('-', ' ')}</bdi>
        {parent !== undefined && ` · ${named('sdg_goal', parent)}`}
      </p>
    );
  }
  return (
    <p class="kicker">
      {words.t(`node.kicker.${kind}`)}
      {parent !== undefined && (
        <>
          {' '}
          <a href={words.to('principles', parent.code)}>{named('principle', parent)}</a>
        </>
      )}
    </p>
  );
}
