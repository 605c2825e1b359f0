import type { JSX } from 'preact';
import { evidenceLinks } from '../../catalogue/evidence-links.js';
import type { ObservationReport } from '../../reports/report.js';
import { tookPartWords } from '../../reports/took-part-words.js';
import { explainAddress } from '../explain-address.js';
import { isolated } from '../isolated.js';
import { Layout, type Frame } from '../layout.js';
import { InEnglish } from '../parts/in-english.js';
import { OutwardLink } from '../parts/outward-link.js';
import { StatementList } from '../parts/statement-list.js';
import { Terms } from '../parts/terms.js';

/** One figure down to the row that made it. */
export function FigurePage({
  frame,
  report,
  per,
}: {
  readonly frame: Frame;
  readonly report: ObservationReport;
  /** Inhabitants by which the unit of the indicator is counted; the figure itself is what was reported. */
  readonly per?: number | undefined;
}): JSX.Element {
  const { words } = frame;
  const { area, indicator, figure } = report;
  const year = words.year(figure.year);
  const country = words.area(area);
  const name = frame.named('indicator', indicator);
  return (
    <Layout
      frame={frame}
      title={words.t('figure.title', { indicator: name, area: country, year })}
      api={`observations/${encodeURIComponent(report.id)}`}
      csv={false}
    >
      <p class="kicker">
        {area.scored ? <a href={words.to('countries', area.code)}>{country}</a> : country} ·{' '}
        <a href={words.to('indicators', indicator.code)}>{name}</a>
      </p>
      <h1>
        {words.exact(figure.value)}{' '}
        <span class="of">
          <bdi>{per === undefined ? frame.unit(indicator.unit) : words.t('figure.count')}</bdi> · {year}
        </span>
      </h1>
      <p class="lede">
        {words.t(report.live ? 'figure.live' : 'figure.superseded', {
          status: words.t(`figureStatus.${figure.status}`),
        })}
      </p>
      <p>{frame.told('indicator', indicator.code, 'definition', indicator.definition)}</p>
      {per !== undefined && <p>{words.t('figure.perNote', { per, unit: frame.unit(indicator.unit) })}</p>}
      {area.scored && (
        <p>
          <a href={explainAddress(words, area.code, indicator.code)}>
            {words.t('figure.explained', { country })}
          </a>
        </p>
      )}

      <StatementList statements={report.statements} words={words} />

      <h2>{words.t('figure.from')}</h2>
      <Origin report={report} frame={frame} />
      <Versions report={report} frame={frame} />
      <Beside report={report} frame={frame} />
    </Layout>
  );
}

interface FigurePartProps {
  readonly frame: Frame;
  readonly report: ObservationReport;
}

/** Who measured, published, sent and accepted it, under which terms, and what to know of its series. */
function Origin({ frame, report }: FigurePartProps): JSX.Element {
  const { words, phrase } = frame;
  const { figure, submission, decision } = report;
  return (
    <dl class="pairs">
      {figure.organisation !== undefined && (
        <>
          <dt>{words.t('figure.organisation')}</dt>
          <dd>
            <InEnglish words={words}>{figure.organisation}</InEnglish>
          </dd>
        </>
      )}
      <dt>{words.t('figure.source')}</dt>
      <dd>
        {words.t('indicator.edition', {
          series: isolated(figure.source, words),
          edition: isolated(figure.edition, words),
        })}{' '}
        <OutwardLink href={figure.url}>{words.t('indicator.publisher')}</OutwardLink>
      </dd>
      <dt>{words.t('figure.community')}</dt>
      <dd>
        <bdi>{figure.communityName}</bdi>
      </dd>
      <dt>{words.t('figure.submission')}</dt>
      <dd>
        <a href={words.to('submissions', submission.receipt)}>{submission.receipt}</a>
        {' · '}
        {words.t('figure.row', {
          row: figure.row,
          file: isolated(submission.fileName ?? words.t('figure.noFile'), words),
        })}
      </dd>
      <dt>{words.t('figure.received')}</dt>
      <dd>{words.day(submission.receivedAt)}</dd>
      {decision !== undefined && (
        <>
          <dt>{words.t('figure.accepted')}</dt>
          <dd>
            {decision.communities.length === 0
              ? words.day(decision.decidedAt)
              : words.t(
                  decision.communities.some(({ code }) => code === figure.community)
                    ? 'figure.acceptedByInstallation'
                    : 'figure.acceptedBy',
                  {
                    day: words.day(decision.decidedAt),
                    communities: words.list(decision.communities.map(({ name }) => name)),
                  },
                )}
          </dd>
        </>
      )}
      {report.note !== undefined && (
        <>
          <dt>{words.t('figure.note')}</dt>
          <dd>
            <bdi>{report.note}</bdi>
          </dd>
        </>
      )}
      {report.evidence !== undefined && (
        <>
          <dt>{words.t('figure.evidence')}</dt>
          <dd>
            {evidenceLinks(report.evidence).map((link) => (
              <span key={link}>
                <OutwardLink href={link} instead={link}>
                  <bdi dir="ltr">{link}</bdi>
                </OutwardLink>{' '}
              </span>
            ))}
          </dd>
        </>
      )}
      {report.tookPart.length > 0 && (
        <>
          <dt>{words.t('assessment.tookPart')}</dt>
          <dd>
            {tookPartWords(report.tookPart, words)}
            <span class="remark sentence">{words.t('assessment.protected')}</span>
          </dd>
        </>
      )}
      {report.confidence !== undefined && (
        <>
          <dt>{words.t('assessment.confidence')}</dt>
          <dd>{words.t(`assessment.confidence.${report.confidence}`)}</dd>
        </>
      )}
      {figure.terms !== undefined && (
        <>
          <dt>{words.t('figure.terms')}</dt>
          <dd>
            <Terms terms={phrase(figure.terms)} redistribution={figure.redistribution} words={words} />
          </dd>
        </>
      )}
      {figure.provenance !== undefined && (
        <>
          <dt>{words.t('figure.provenance')}</dt>
          <dd>
            {phrase(figure.provenance)}
            <span class="remark">{words.t('note.bundledFigure')}</span>
          </dd>
        </>
      )}
      {report.seriesNotes !== undefined && (
        <>
          <dt>{words.t('figure.notes')}</dt>
          <dd>{phrase(report.seriesNotes)}</dd>
        </>
      )}
    </dl>
  );
}

/** What this figure was before and after. */
function Versions({ frame: { words }, report }: FigurePartProps): JSX.Element {
  return (
    <>
      <h2>{words.t('figure.history')}</h2>
      {report.versions.length <= 1 ? (
        <p>{words.t('figure.noHistory', { revision: String(report.revisionFrom) })}</p>
      ) : (
        <ol class="plain">
          {report.versions.map(({ id, value, receipt, revisionFrom, revisionTo }) => (
            <li key={id}>
              {id === report.id ? (
                <strong>{words.exact(value)}</strong>
              ) : (
                <a href={words.to('observations', id)}>{words.exact(value)}</a>
              )}{' '}
              <span class="quiet">
                {revisionTo === undefined
                  ? words.t('figure.since', { from: String(revisionFrom) })
                  : words.t('figure.between', { from: String(revisionFrom), to: String(revisionTo) })}
              </span>{' '}
              <a href={words.to('submissions', receipt)}>{receipt}</a>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What others say of the same thing. */
function Beside({ frame: { words }, report }: FigurePartProps): JSX.Element | null {
  if (report.beside.length === 0) return null;
  return (
    <>
      <h2>{words.t('figure.beside')}</h2>
      <ul class="plain">
        {report.beside.map((other) => (
          <li key={other.observation}>
            <a href={words.to('observations', other.observation)}>{words.exact(other.value)}</a>{' '}
            <span class="quiet">
              <bdi>{other.organisation ?? other.communityName}</bdi> · <bdi>{other.source}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
