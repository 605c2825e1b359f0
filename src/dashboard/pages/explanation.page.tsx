import type { JSX } from 'preact';
import type { StatementSubject } from '../../communities/statement.js';
import type { ExplanationReport } from '../../reports/explanation.js';
import { explainAddress } from '../explain-address.js';
import { Layout, type Frame } from '../layout.js';
import { NODE_SECTIONS } from '../node-sections.js';
import { ChangeSinceYear } from '../parts/explained-change.js';
import { Explained } from '../parts/explained.js';
import { HowSure } from '../parts/explained-certainty.js';
import { IndicatorSteps } from '../parts/indicator-steps.js';
import { LeftOutList } from '../parts/left-out-list.js';
import { LevelLine } from '../parts/level-line.js';
import { MadeWithFacts } from '../parts/made-with-facts.js';
import { PartsTable } from '../parts/parts-table.js';
import { ScoreRange } from '../parts/score-range.js';
import { StatementList } from '../parts/statement-list.js';
import { WouldHelp } from '../parts/would-help.js';

export interface ExplanationPageProps {
  readonly frame: Frame;
  readonly report: ExplanationReport;
  /** First year that is scored. */
  readonly firstYear: number;
  /** What the figure of a statement is called. */
  readonly nameOf: (subject: StatementSubject) => string | undefined;
}

/** One score or level from the number down to the figures it stands on. */
export function ExplanationPage({ frame, report, firstYear, nameOf }: ExplanationPageProps): JSX.Element {
  const { words } = frame;
  const { area, node, score, sentences, tree, indicators, interval } = report;
  const country = words.area(area);
  const name = nodeTitle(frame, report);
  const told = sentences.filter((sentence) => sentence !== report.change?.sentence);
  // What would help most is the last sentence, and has a section of its own here.
  const helps = tree !== undefined && report.help.items.length > 0;
  const [lede, ...others] = helps ? told.slice(0, -1) : told;
  const [only] = indicators;
  const range = interval && { low: interval.low, high: interval.high };
  return (
    <Layout
      frame={frame}
      title={words.t('explanation.title', { name, country })}
      section="countries"
      api={`scores/${area.code}/${node.code}/explanation`}
    >
      <p class="kicker">
        <a href={words.to('countries', area.code)}>{country}</a>
        {node.kind !== 'framework' && (
          <>
            {' · '}
            <a href={words.to(NODE_SECTIONS[node.kind], node.code)}>{name}</a>
          </>
        )}
      </p>
      <h1>{words.t('explanation.title', { name, country })}</h1>
      <p class="lede">{lede}</p>
      {score !== undefined && (
        <div class="explained-line">
          <LevelLine
            level={score}
            range={range}
            label={words.t('level.alone', { score: words.score(score) })}
          />
          {range !== undefined && (
            <p class="quiet">
              <Explained words={words} of="range" />{' '}
              <ScoreRange of={{ scoreLow: range.low, scoreHigh: range.high }} words={words} />
            </p>
          )}
        </div>
      )}
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <StatementList statements={report.statements} words={words} nameOf={nameOf} />
      <YearForm frame={frame} report={report} firstYear={firstYear} />

      {tree !== undefined && <PartsTable frame={frame} report={report} tree={tree} />}
      {tree === undefined && only !== undefined && (
        <IndicatorSteps frame={frame} report={report} line={only} />
      )}
      <ChangeSinceYear frame={frame} report={report} />
      {tree !== undefined && <WouldHelp frame={frame} report={report} />}
      {tree !== undefined && <HowSure frame={frame} report={report} />}
      {tree !== undefined && <LeftOutList frame={frame} tree={tree} />}
      <MadeWithFacts words={words} madeWith={report.madeWith} />
    </Layout>
  );
}

function nodeTitle({ named, framework }: Frame, { node }: ExplanationReport): string {
  return node.kind === 'framework' ? framework.name : named(node.kind, node);
}

function YearForm({
  frame: { words },
  report,
  firstYear,
}: Omit<ExplanationPageProps, 'nameOf'>): JSX.Element {
  const { area, node, year, asOfYear } = report;
  const years = Array.from({ length: asOfYear - firstYear + 1 }, (_, back) => asOfYear - back);
  return (
    <form class="choose" method="get" action={explainAddress(words, area.code, node.code)}>
      <label for="year">{words.t('explanation.year')}</label>
      <div class="row">
        <select id="year" name="year">
          {years.map((one) => (
            <option key={one} value={one} selected={one === year}>
              {words.year(one)}
            </option>
          ))}
        </select>
        <button type="submit">{words.t('country.show')}</button>
      </div>
    </form>
  );
}
