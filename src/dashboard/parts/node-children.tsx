import type { JSX } from 'preact';
import type { NodeChildLine, NodeReport } from '../../reports/node-report.js';
import type { Frame } from '../layout.js';

interface NodeChildrenProps {
  readonly report: NodeReport;
  readonly frame: Frame;
}

/** Goals of a principle or commitments of an objective, and how many countries have a score in each. */
export function NodeChildren({ report: { kind, children }, frame }: NodeChildrenProps): JSX.Element | null {
  const { words } = frame;
  if (kind === 'goal' || children.length === 0) return null;
  const isPrinciple = kind === 'principle';
  return (
    <>
      <h2 id="parts">{words.t(isPrinciple ? 'node.goals' : 'node.commitments')}</h2>
      <table class="lines ledger">
        <caption>{words.t(isPrinciple ? 'node.goalsCaption' : 'node.commitmentsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t(isPrinciple ? 'column.goal' : 'column.commitment')}</th>
            {isPrinciple && (
              <th scope="col" class="number">
                {words.t('column.weight')}
              </th>
            )}
            <th scope="col" class="number">
              {words.t('column.withScore')}
            </th>
            <th scope="col" class="number">
              {words.t('column.medianScore')}
            </th>
          </tr>
        </thead>
        <tbody>
          {children.map((child) => (
            <ChildRow key={child.code} child={child} frame={frame} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ChildRow({
  child,
  frame: { words, named },
}: {
  readonly child: NodeChildLine;
  readonly frame: Frame;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <a href={words.to(`${child.kind}s`, child.code)}>{named(child.kind, child)}</a>
      </th>
      {child.weight !== undefined && (
        <td class="number" data-label={words.t('column.weight')}>
          {words.value(child.weight)}
        </td>
      )}
      <td class="number" data-label={words.t('column.withScore')}>
        {child.areasWithScore}
      </td>
      <td class="number" data-label={words.t('column.medianScore')}>
        {child.medianScore === undefined ? words.t('level.none') : words.score(child.medianScore)}
      </td>
    </tr>
  );
}
