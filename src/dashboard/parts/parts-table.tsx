import type { JSX } from 'preact';
import type { ExplanationReport, NamedChild, NamedNode } from '../../reports/explanation.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import { ContributeLink } from './contribute-link.js';
import { Explained } from './explained.js';
import { ValueLink } from './value-link.js';

interface PartsTableProps {
  readonly frame: Frame;
  readonly report: ExplanationReport;
  readonly tree: NamedNode;
}

interface Part {
  readonly child: NamedChild;
  readonly depth: number;
  /** Whether the parts beside it add up to the score above them. */
  readonly addsUp: boolean;
}

/** What a score is made of, level by level: each part with its own score, its weight, and what it adds. */
export function PartsTable({ frame, report, tree }: PartsTableProps): JSX.Element {
  const { words } = frame;
  return (
    <section id="parts">
      <h2>{words.t('explanation.parts')}</h2>
      <table class="lines ledger parts">
        <caption>{words.t('explanation.partsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('explanation.part')}</th>
            <th scope="col" class="number">
              {words.t('column.value')}
            </th>
            <th scope="col" class="number">
              <Explained words={words} of="level" />
            </th>
            <th scope="col" class="number">
              <Explained words={words} of="weight" />
            </th>
            <th scope="col" class="number">
              {words.t('explanation.adds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {partsOf(tree, 0).map((part) => (
            <PartRow
              key={`${part.child.code} ${String(part.depth)}`}
              part={part}
              frame={frame}
              report={report}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function partsOf(node: NamedNode, depth: number): readonly Part[] {
  return node.children.flatMap((child) => [
    { child, depth, addsUp: node.sumsTo === 'score' },
    ...(child.node === undefined ? [] : partsOf(child.node, depth + 1)),
  ]);
}

function PartRow({
  part: { child, depth, addsUp },
  frame,
  report,
}: Omit<PartsTableProps, 'tree'> & { readonly part: Part }): JSX.Element {
  const { words, named } = frame;
  const { area, year, asOfYear } = report;
  const { kind, code, score, share, amount } = child;
  const name = kind === 'framework' ? child.name : named(kind, child);
  const line = kind === 'indicator' ? report.indicators.find((each) => each.indicator === code) : undefined;
  const address = explainAddress(words, area.code, code, year === asOfYear ? undefined : year);
  return (
    <tr class={`depth-${String(depth)}`}>
      <th scope="row">
        <a href={address}>{name}</a> {line !== undefined && <span class="unit">{frame.unit(line.unit)}</span>}
      </th>
      <td class="number" data-label={line && words.t('column.value')}>
        {line !== undefined && <ValueLink line={line} words={words} withYear />}
      </td>
      {score === undefined ? (
        <td class="quiet" colSpan={3}>
          {words.t(`missingShort.${child.missing ?? 'NO_DATA'}`)}{' '}
          {kind === 'indicator' && child.missing !== 'NO_WEIGHT' && (
            <ContributeLink words={words} of={{ area, indicator: { code, name } }} short />
          )}
        </td>
      ) : (
        <>
          <td class="number" data-label={words.t('term.level')}>
            {words.score(score)}
            {child.filled && <span class="remark">{words.t('explanation.filled')}</span>}
          </td>
          <td class="number" data-label={words.t('term.weight')}>
            {share === undefined ? words.t('level.none') : words.percent(share)}
          </td>
          <td class="number" data-label={words.t('explanation.adds')}>
            {amount === undefined || !addsUp ? words.t('level.none') : words.score(amount)}
          </td>
        </>
      )}
    </tr>
  );
}
