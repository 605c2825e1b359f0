import type { JSX } from 'preact';
import { hasGlobalRole } from '../../access/actor.js';
import type { ReleaseReport } from '../../reports/releases/release-report.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { DataRecord } from '../parts/data-record.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { Ledger } from '../parts/ledger.js';
import { StatementList } from '../parts/statement-list.js';
import type { Visitor } from '../visitor.js';
import { fetchingLine, ShellLines, verifyingLines } from './shell-lines.js';

interface ReleasePageProps {
  readonly frame: Frame;
  readonly report: ReleaseReport;
  readonly visitor: Visitor | undefined;
  readonly fault: Fault | undefined;
  /** Where readers reach the installation, without a slash at the end. */
  readonly base: string;
}

/** One release: what it stands on, its files, how to prove and to cite it, and for publishers what is to be done. */
export function ReleasePage(props: ReleasePageProps): JSX.Element {
  const { frame, report, fault, base } = props;
  const { words } = frame;
  const { release, before } = report;
  const { id, note, state } = release;
  const isPublished = state === 'published';
  return (
    <Layout
      frame={frame}
      title={words.t('release.title', { id })}
      api={`releases/${id}`}
      csv={false}
      head={
        isPublished && (
          <DataRecord
            frame={frame}
            name={words.t('catalog.release', { framework: frame.framework.name, id })}
            description={words.t('catalog.releaseAbout', { date: release.date })}
            api={`releases/${id}`}
            files={{ '/package.zip': 'application/zip', '/manifest.json': 'application/json' }}
          />
        )
      }
    >
      <p class="kicker">
        <a href={words.to('releases')}>{words.t('releases.title')}</a>
      </p>
      <h1>{words.t('release.title', { id })}</h1>
      <FaultNotice fault={fault} words={words} />
      {note !== undefined && (
        <p class="lede" dir="auto">
          {note}
        </p>
      )}
      {!isPublished && <p class="note">{words.t('release.prepared')}</p>}
      <Steps {...props} />
      <Facts {...props} />
      <Files {...props} />
      {isPublished && (
        <section>
          <h2>{words.t('releases.verify')}</h2>
          <p>{words.t('releases.verifyFiles')}</p>
          <ShellLines lines={[fetchingLine(base, id), ...verifyingLines()]} />
        </section>
      )}
      <Cite {...props} />
      <section>
        <h2>{words.t('release.notIncluded')}</h2>
        <p>{words.t('release.notIncludedTerms')}</p>
        <p>{words.t('release.notIncludedPersons')}</p>
      </section>
      {isPublished && (
        <section>
          <h2>{words.t('release.read')}</h2>
          <ul>
            <li>
              <a href={`${words.to('countries')}?release=${id}`}>{words.t('release.readCountries')}</a>
            </li>
            <li>
              <a href={`${words.to('indicators')}?release=${id}`}>{words.t('release.readIndicators')}</a>
            </li>
            <li>
              <a href={`${words.to('participation')}?release=${id}`}>
                {words.t('participation.ofThisRelease')}
              </a>
            </li>
            {before !== undefined && (
              <li>
                <a href={words.to('releases', before, 'diff', id)}>{words.t('release.diff', { before })}</a>
              </li>
            )}
          </ul>
        </section>
      )}
      {report.laterStatements.length > 0 && (
        <section>
          <h2>{words.t('release.laterStatements')}</h2>
          <p>{words.t('release.laterStatementsLede')}</p>
          <StatementList statements={report.laterStatements} words={words} />
        </section>
      )}
    </Layout>
  );
}

function Facts({ frame: { words }, report: { release, manifest } }: ReleasePageProps): JSX.Element {
  const { intervals, observations, scores } = manifest;
  const { publishedAt, preparedAt } = release;
  const facts: readonly (readonly [key: string, text: string])[] = [
    ['releases.date', words.day(release.date)],
    ['release.preparedAt', words.moment(preparedAt)],
    ...(publishedAt === undefined ? [] : [['release.publishedAt', words.moment(publishedAt)] as const]),
    ['releases.edition', release.edition],
    ['releases.method', release.methodVersion],
    ['releases.revision', String(release.revision)],
    ['release.catalogue', String(release.catalogueVersion)],
    ['release.observations', words.exact(observations.count)],
    ['release.scores', words.exact(scores.count)],
    [
      'release.repetitions',
      words.t('release.seed', { count: intervals.replicates, seed: String(intervals.seed) }),
    ],
  ];
  return (
    <section>
      <h2>{words.t('release.facts')}</h2>
      <dl class="pairs">
        {facts.map(([key, text]) => (
          <>
            <dt>{words.t(key)}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Files({ frame: { words }, report: { release, files } }: ReleasePageProps): JSX.Element {
  return (
    <section>
      <h2>{words.t('release.files')}</h2>
      <Ledger
        caption={words.t('release.filesCaption')}
        things={files.map((file) => ({ ...file, id: file.name }))}
        columns={[
          {
            head: words.t('release.file'),
            cell: ({ name }) => (
              <>
                <a href={`/api/v1/releases/${release.id}/${name}`}>
                  <bdi>{name}</bdi>
                </a>
                {words.has(`release.part.${name}`) && (
                  <span class="remark">{words.t(`release.part.${name}`)}</span>
                )}
              </>
            ),
          },
          { head: words.t('release.size'), cell: ({ size }) => words.t('release.bytes', { bytes: size }) },
          {
            head: words.t('release.sha256'),
            cell: ({ sha256 }) => (
              <code>
                <bdi>{sha256}</bdi>
              </code>
            ),
          },
        ]}
      />
    </section>
  );
}

function Cite({ frame: { words }, report: { release, manifest } }: ReleasePageProps): JSX.Element {
  const address = `/api/v1/releases/${release.id}`;
  return (
    <section>
      <h2>{words.t('release.cite')}</h2>
      <blockquote lang="en" dir="ltr">
        <p>{manifest.citation.text}</p>
      </blockquote>
      <p>
        {words.t('release.citeFiles')} <a href={`${address}/citation.bib`}>BibTeX</a>
        {' · '}
        <a href={`${address}/citation.cff`}>CITATION.cff</a>
      </p>
    </section>
  );
}

/** What a publisher can do with a release that is only prepared. */
function Steps({ frame: { words }, report: { release }, visitor }: ReleasePageProps): JSX.Element | null {
  if (visitor === undefined || release.state === 'published') return null;
  const { actor, formToken } = visitor;
  if (!hasGlobalRole(actor, 'publisher')) return null;
  const { id, preparedBy, manifestSha256 } = release;
  const fields = (
    <>
      <input type="hidden" name="_token" value={formToken} />
      <input type="hidden" name="manifest" value={manifestSha256} />
    </>
  );
  return (
    <section>
      <h2>{words.t('release.publish')}</h2>
      {actor.contributorId === preparedBy ? (
        <p>{words.t('release.publishOther')}</p>
      ) : (
        <form action={words.to('releases', id, 'publication')} method="post">
          {fields}
          <p>{words.t('release.publishLede')}</p>
          <button type="submit">{words.t('release.publish')}</button>
        </form>
      )}
      <h2>{words.t('release.withdraw')}</h2>
      <form action={words.to('releases', id, 'withdrawal')} method="post">
        {fields}
        <p>{words.t('release.withdrawLede')}</p>
        <button type="submit" class="quietly">
          {words.t('release.withdraw')}
        </button>
      </form>
    </section>
  );
}
