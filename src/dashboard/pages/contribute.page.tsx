import type { JSX } from 'preact';
import type { Coverage } from '../../reports/coverage.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import type { SentForm } from '../sent-form.js';
import { ChooseCoverage, Options, type Choice } from '../parts/choose-coverage.js';
import { CoverageTable } from '../parts/coverage-table.js';
import { FaultNotice } from '../parts/fault-notice.js';

export interface ContributePageProps {
  readonly frame: Frame;
  readonly areas: readonly Named[];
  readonly issues: readonly Named[];
  readonly choice: Choice;
  /** Of the country and issue that were chosen. */
  readonly coverage?: Coverage | undefined;
  /** For whom the visitor may send. */
  readonly communities: readonly Named[];
  /** Name of the indicator of which somebody just said that nothing is newer. */
  readonly confirmed?: string | undefined;
  readonly fault?: Fault | undefined;
  /** What was written to confirm a figure, when that could not be taken. */
  readonly sent?: SentForm | undefined;
}

/** Where a community begins: what it is about, what is there of a country, a table to fill, and a way to send it. */
export function ContributePage(props: ContributePageProps): JSX.Element {
  const { frame, areas, issues, choice, coverage, confirmed, fault } = props;
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('contribute.title')} section="contribute">
      <h1>{words.t('contribute.title')}</h1>
      <FaultNotice fault={fault} words={words} />
      <ul class="lede-list">
        <li>{words.t('contribute.what')}</li>
        <li>{words.t('contribute.why')}</li>
        <li>{words.t('contribute.time')}</li>
        <li>{words.t('contribute.public')}</li>
        <li>{words.t('contribute.who')}</li>
      </ul>
      <h2>{words.t('contribute.chooseTitle')}</h2>
      <ChooseCoverage {...{ areas, issues, choice, words }} />
      {coverage !== undefined && (
        <section id="held">
          <h2>
            {coverage.issue === undefined
              ? words.area(coverage.area)
              : words.t('contribute.heldTitle', {
                  country: words.area(coverage.area),
                  issue: coverage.issue.name,
                })}
          </h2>
          {confirmed !== undefined && (
            <p class="done" role="status">
              {words.t('contribute.confirmedNow', { indicator: confirmed })}
            </p>
          )}
          <p>
            {words.t('contribute.held', {
              held: coverage.lines.filter(({ known }) => known !== undefined).length,
              count: coverage.lines.length,
            })}
          </p>
          <CoverageTable
            coverage={coverage}
            words={words}
            visitor={frame.visitor}
            communities={props.communities}
            sent={props.sent}
            fault={fault}
          />
          <Templates {...{ coverage, words }} />
        </section>
      )}
      <Upload {...props} />
    </Layout>
  );
}

function Templates({
  coverage: { area, issue },
  words,
}: {
  readonly coverage: Coverage;
  readonly words: Frame['words'];
}): JSX.Element {
  const query = new URLSearchParams({ lang: words.language, ...(issue && { issue: issue.code }) }).toString();
  return (
    <>
      <h2>{words.t('contribute.templateTitle')}</h2>
      <p>{words.t('contribute.template')}</p>
      <ul class="plain">
        <li>
          <a href={`/api/v1/templates/${area.code}.xlsx?${query}`}>{words.t('contribute.templateXlsx')}</a>
        </li>
        <li>
          <a href={`/api/v1/templates/${area.code}.csv?${query}`}>{words.t('contribute.templateCsv')}</a>
        </li>
      </ul>
    </>
  );
}

function Upload({ frame: { words, visitor }, communities, choice, fault }: ContributePageProps): JSX.Element {
  const isWrong = fault?.field === 'file';
  return (
    <section id="send">
      <h2>{words.t('contribute.sendTitle')}</h2>
      {visitor === undefined ? (
        <p>
          {words.t('contribute.signInFirst')}{' '}
          <a
            href={`${words.to('sign-in')}?${new URLSearchParams({ to: addressOf(words, choice) }).toString()}`}
          >
            {words.t('signIn.title')}
          </a>
        </p>
      ) : communities.length === 0 ? (
        <p>{words.t('contribute.notASender')}</p>
      ) : (
        <form action={words.to('contribute')} method="post" encType="multipart/form-data">
          <input type="hidden" name="_token" value={visitor.formToken} />
          {choice.country !== undefined && <input type="hidden" name="country" value={choice.country} />}
          {choice.issue !== undefined && <input type="hidden" name="issue" value={choice.issue} />}
          {communities.length > 1 && (
            <>
              <label for="community">{words.t('contribute.community')}</label>
              <div class="row">
                <select id="community" name="community" required>
                  <Options of={communities} chosen={choice.community} />
                </select>
              </div>
            </>
          )}
          <label for="file">{words.t('contribute.file')}</label>
          <div class="row">
            <input
              id="file"
              name="file"
              type="file"
              required
              accept=".csv,.tsv,.txt,.xlsx"
              aria-invalid={isWrong ? 'true' : undefined}
              aria-describedby={isWrong ? 'fault file-hint' : 'file-hint'}
            />
            <button type="submit">{words.t('contribute.check')}</button>
          </div>
          <p class="remark" id="file-hint">
            {words.t('contribute.fileHint')}
          </p>
        </form>
      )}
    </section>
  );
}

/** The page with what was chosen on it, to come back to. */
export function addressOf(words: Frame['words'], { country, issue }: Choice): string {
  const query = new URLSearchParams({ ...(country && { country }), ...(issue && { issue }) }).toString();
  return query === '' ? words.to('contribute') : `${words.to('contribute')}?${query}`;
}
