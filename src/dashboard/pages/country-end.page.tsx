import type { JSX } from 'preact';
import type { CountryPeers } from '../../reports/country-peers.js';
import type { Participation } from '../../reports/participation/participation.js';
import type { CountryReport } from '../../reports/report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import { ContributeLink } from '../parts/contribute-link.js';
import { InEnglish } from '../parts/in-english.js';
import { besideLabel, LevelBeside } from '../parts/level-beside.js';
import { missingSentence } from '../parts/missing-sentence.js';
import { NriIntroduction } from '../parts/nri-introduction.js';
import { OutwardLink } from '../parts/outward-link.js';
import { ParticipationLine } from '../parts/participation-line.js';
import { ScoreRange } from '../parts/score-range.js';
import { isUnclear } from '../parts/terms.js';
import type { Words } from '../words.js';

interface CountryPartProps {
  readonly report: CountryReport;
  readonly words: Words;
}

interface IssueListProps {
  readonly report: CountryReport;
  readonly frame: Frame;
  readonly peers: CountryPeers;
}

/** The same indicators gathered by issue. */
export function IssueList({ report, frame, peers }: IssueListProps): JSX.Element {
  const { words } = frame;
  return (
    <section>
      <h2 id="issues">{words.t('country.issues')}</h2>
      <table class="issues">
        <caption>{words.t('country.issuesCaption', { country: words.area(report.area) })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('issue.kicker')}</th>
            <th scope="col" class="number">
              {words.t('column.score')}
            </th>
            <th scope="col" class="wide">
              {words.t('column.line')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.issues.map((issue) => (
            <IssueRow key={issue.code} issue={issue} report={report} frame={frame} peers={peers} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function IssueRow({
  issue,
  report: { area },
  frame,
  peers,
}: IssueListProps & { readonly issue: CountryReport['issues'][number] }): JSX.Element {
  const { words, named } = frame;
  const name = named('issue', issue);
  const on = peers.on('issue', issue.code);
  return (
    <tr>
      <th scope="row">
        <a href={words.to('issues', issue.code)}>{name}</a>
      </th>
      {issue.score === undefined ? (
        <td class="quiet" colSpan={2}>
          {missingSentence(issue.missing, words)}{' '}
          <ContributeLink
            words={words}
            of={{ area: { code: area.code, name: words.area(area) }, issue: { code: issue.code, name } }}
            short
          />
        </td>
      ) : (
        <>
          <td class="number">
            <a href={explainAddress(words, area.code, issue.code)}>{words.score(issue.score)}</a>{' '}
            <ScoreRange of={issue} words={words} />
          </td>
          <td class="wide">
            <LevelBeside
              node={issue}
              score={issue.score}
              on={on}
              label={besideLabel(issue.score, on, peers, frame)}
            />
          </td>
        </>
      )}
    </tr>
  );
}

/** Who in the country talks about these issues. */
export function CommunityList({
  report,
  participation,
  words,
}: CountryPartProps & { readonly participation: Participation }): JSX.Element {
  return (
    <section>
      <h2 id="communities">{words.t('country.communities')}</h2>
      {report.communities.length === 0 ? (
        <p>{words.t('country.noCommunities')}</p>
      ) : (
        <ul class="plain">
          {report.communities.map(({ code, name, kind, website }) => (
            <li key={code}>
              <a href={words.to('communities', code)}>
                <InEnglish words={words}>{name}</InEnglish>
              </a>{' '}
              <span class="quiet">
                {words.has(`community.${kind}`) ? words.t(`community.${kind}`) : kind}
              </span>{' '}
              <OutwardLink href={website}>
                <bdi dir="ltr">{website}</bdi>
              </OutwardLink>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{words.t('country.communitiesNote')}</p>
      <ParticipationLine participation={participation} view={{ area: report.area.code }} words={words} />
      {report.nri.map((card) => (
        <section key={card.community}>
          <h3>
            <a href={words.to('communities', card.community)}>
              <bdi>{card.name}</bdi>
            </a>
          </h3>
          <p class="quiet">{words.t('country.nri')}</p>
          <NriIntroduction card={card} words={words} />
        </section>
      ))}
    </section>
  );
}

/** What to know before quoting any number of the page. */
export function CountryNotes({ report, words }: CountryPartProps): JSX.Element {
  const figures = report.indicators.flatMap(({ figure }) => figure ?? []);
  const isKnown = [...report.principles, ...report.issues].some(({ scoreLow }) => scoreLow !== undefined);
  const unclear = figures.some(({ redistribution }) => isUnclear(redistribution));
  const bundled = figures.some(({ provenance }) => provenance !== undefined);
  return (
    <section>
      <h2 id="about">{words.t('country.about')}</h2>
      <ul>
        <li>{words.t('note.missing')}</li>
        <li>{words.t('note.grade', { known: isKnown ? 'yes' : 'no' })}</li>
        {bundled && <li>{words.t('note.bundledFigures')}</li>}
        {unclear && <li>{words.t('note.someTerms')}</li>}
        <li>
          {words.t('note.short')} <a href={words.to('method')}>{words.t('overview.methodLink')}</a>
        </li>
      </ul>
    </section>
  );
}
