import type { JSX } from 'preact';
import type { Coverage } from '../../reports/coverage.js';
import type { Fault } from '../fault.js';
import { assessAddress } from '../assess/assess-address.js';
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
  /** The one indicator it was opened for. */
  readonly indicator?: Named | undefined;
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
  const { frame, areas, issues, choice, indicator, coverage, confirmed, fault } = props;
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
      {indicator !== undefined && <OneIndicator {...{ indicator, choice, words }} />}
      <ChooseCoverage {...{ areas, issues, choice, words }} />
      <p>
        {words.t('assess.instead')}{' '}
        <a href={assessAddress(words, { country: choice.country, issue: choice.issue })}>
          {words.t('assess.title')}
        </a>
      </p>
      {coverage !== undefined && (
        <section id="held">
          <h2>{heldTitle(coverage, frame)}</h2>
          {confirmed !== undefined && (
            <p class="done" role="status">
              {words.t('contribute.confirmedNow', { indicator: confirmed })}
            </p>
          )}
          {coverage.indicator === undefined && (
            <p>
              {words.t('contribute.held', {
                held: coverage.lines.filter(({ known }) => known !== undefined).length,
                count: coverage.lines.length,
              })}
            </p>
          )}
          <CoverageTable
            coverage={coverage}
            frame={frame}
            communities={props.communities}
            sent={props.sent}
            fault={fault}
          />
          <Templates coverage={coverage} words={words} />
        </section>
      )}
      <Upload {...props} />
    </Layout>
  );
}

/** Says that the page is about one indicator, and leads to the others. */
function OneIndicator({
  indicator,
  choice: { country, issue },
  words,
}: {
  readonly indicator: Named;
  readonly choice: Choice;
  readonly words: Frame['words'];
}): JSX.Element {
  return (
    <p>
      {words.t('contribute.only', { indicator: indicator.name })}{' '}
      <a href={`${addressOf(words, { country, issue })}#held`}>{words.t('contribute.notOnly')}</a>
    </p>
  );
}

function heldTitle({ area, issue, indicator }: Coverage, { words, named }: Frame): string {
  const country = words.area(area);
  const about = indicator ? named('indicator', indicator) : issue && named('issue', issue);
  return about === undefined ? country : words.t('contribute.heldTitle', { country, issue: about });
}

function Templates({
  coverage: { area, issue, indicator },
  words,
}: {
  readonly coverage: Coverage;
  readonly words: Frame['words'];
}): JSX.Element {
  const query = new URLSearchParams({
    lang: words.language,
    ...(issue && { issue: issue.code }),
    ...(indicator && { indicator: indicator.code }),
  }).toString();
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
          {choice.indicator !== undefined && (
            <input type="hidden" name="indicator" value={choice.indicator} />
          )}
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
export function addressOf(words: Frame['words'], { country, issue, indicator }: Choice): string {
  const query = new URLSearchParams({
    ...(country && { country }),
    ...(issue && { issue }),
    ...(indicator && { indicator }),
  }).toString();
  return query === '' ? words.to('contribute') : `${words.to('contribute')}?${query}`;
}
