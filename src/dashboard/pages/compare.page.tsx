import type { JSX } from 'preact';
import type { Area, Catalogue } from '../../catalogue/catalogue.js';
import type { ComparedNode, CompareReport } from '../../reports/compare/compare-report.js';
import type { CompareQuestion } from '../../reports/compare/compare.service.js';
import { Layout, type Frame } from '../layout.js';
import { NODE_SECTIONS } from '../node-sections.js';
import { comparedNames, overlapSentences } from '../parts/compared-words.js';
import { CompareForm } from '../parts/compare-form.js';
import { CompareLines } from '../parts/compare-lines.js';
import { CompareSuggestions } from '../parts/compare-suggestions.js';
import { CompareTable } from '../parts/compare-table.js';
import { StatementList } from '../parts/statement-list.js';
import type { Words } from '../words.js';

interface ComparePageProps {
  readonly frame: Frame;
  readonly question: CompareQuestion;
  readonly report: CompareReport;
  readonly catalogue: Catalogue;
  /** Those that can be chosen. */
  readonly areas: readonly Area[];
}

/** Countries and groups beside each other: on each subject what can be told, lines, and a table. Never a ranking. */
export function ComparePage(props: ComparePageProps): JSX.Element {
  const { frame, question, report, catalogue } = props;
  const { words } = frame;
  const names = comparedNames(report, frame);
  const isEmpty = names.length === 0;
  return (
    <Layout frame={frame} section="compare" title={isEmpty ? words.t('compare.title') : words.list(names)}>
      <h1>{words.t('compare.title')}</h1>
      <p class="lede">
        {isEmpty
          ? words.t('compare.lede')
          : words.t('compare.ledeOf', { names: words.list(names), year: words.year(report.asOfYear) })}
      </p>
      {!isEmpty && <p class="quiet">{words.t('compare.noRanking')}</p>}
      {isEmpty ? (
        <CompareForm {...props} />
      ) : (
        <details>
          <summary>{words.t('compare.change')}</summary>
          <CompareForm {...props} />
        </details>
      )}
      {!isEmpty &&
        report.nodes.map((node, position) => (
          <Section
            key={node.code}
            node={node}
            report={report}
            frame={frame}
            hue={hueOf(node, catalogue)}
            isFirst={position === 0}
          />
        ))}
      {!isEmpty && <DataLinks question={question} words={words} />}
      <CompareSuggestions {...props} />
    </Layout>
  );
}

function Section({
  node,
  report,
  frame,
  hue,
  isFirst,
}: {
  readonly node: ComparedNode;
  readonly report: CompareReport;
  readonly frame: Frame;
  readonly hue: number;
  readonly isFirst: boolean;
}): JSX.Element {
  const { words, named } = frame;
  const { kind, code } = node;
  const name = kind === 'framework' ? node.name : named(kind, node);
  return (
    <section class={`compared${hue < 0 ? '' : ` hue-${String(hue)}`}`} id={`on-${code}`}>
      <h2 class="ruled">
        {kind === 'framework' ? name : <a href={words.to(NODE_SECTIONS[kind], code)}>{name}</a>}
      </h2>
      {overlapSentences(node, words).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="beside">
        <CompareLines node={node} firstYear={firstYearOf(report)} lastYear={report.asOfYear} frame={frame} />
        <CompareTable node={node} name={name} frame={frame} explains={isFirst} />
      </div>
      <StatementList statements={node.statements} words={words} />
    </section>
  );
}

/** Place of its principle among the principles; -1 for what cuts across them. */
function hueOf({ kind, code }: ComparedNode, { principles, goals, indicators }: Catalogue): number {
  const goal = kind === 'indicator' ? indicators.find((one) => one.code === code)?.goal : code;
  const principle =
    kind === 'principle' ? code : goals.find((one) => one.code === goal && kind !== 'issue')?.principle;
  return principles.findIndex((one) => one.code === principle);
}

/** The earliest year of any line: all charts of the page run from there. */
function firstYearOf({ nodes, asOfYear }: CompareReport): number {
  const years = nodes.flatMap(({ areas }) => areas.flatMap(({ history }) => history.flat()));
  return Math.min(asOfYear - 1, ...years.map(({ year }) => year));
}

/** The same as data. */
function DataLinks({
  question: { areas, groups, nodes },
  words,
}: {
  readonly question: CompareQuestion;
  readonly words: Words;
}): JSX.Element {
  const query = new URLSearchParams([
    ...areas.map((code) => ['area', code]),
    ...groups.map((code) => ['group', code]),
    ...nodes.map((code) => ['node', code]),
  ]).toString();
  return (
    <p class="quiet">
      {words.t('compare.data')} <a href={`/api/v1/reports/compare?${query}`}>JSON</a> ·{' '}
      <a href={`/api/v1/reports/compare.csv?${query}`}>CSV</a>
    </p>
  );
}
