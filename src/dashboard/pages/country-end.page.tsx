import type { JSX } from 'preact';
import type { CountryReport, Distribution } from '../../reports/report.js';
import { LevelLine } from '../parts/level-line.js';
import { bandOf } from '../../reports/band-of.js';
import { levelLabel } from '../../reports/level-label.js';
import { missingSentence } from '../parts/missing-sentence.js';
import { NriIntroduction } from '../parts/nri-introduction.js';
import { OutwardLink } from '../parts/outward-link.js';
import { ScoreRange } from '../parts/score-range.js';
import { isUnclear } from '../parts/terms.js';
import type { Words } from '../words.js';

interface CountryPartProps {
  readonly report: CountryReport;
  readonly words: Words;
}

/** The same indicators gathered by issue. */
export function IssueList({
  report,
  words,
  world,
}: CountryPartProps & { readonly world: ReadonlyMap<string, Distribution> }): JSX.Element {
  return (
    <section>
      <h2>{words.t('country.issues')}</h2>
      <table class="issues">
        <caption>{words.t('country.issuesCaption', { country: report.area.name })}</caption>
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
            <tr key={issue.code}>
              <th scope="row">
                <a href={words.to('issues', issue.code)}>{issue.name}</a>
              </th>
              {issue.score === undefined ? (
                <td class="quiet" colSpan={2}>
                  {missingSentence(issue.missing, words)}
                </td>
              ) : (
                <>
                  <td class="number">
                    {words.score(issue.score)} <ScoreRange of={issue} words={words} />
                  </td>
                  <td class="wide">
                    <LevelLine
                      level={issue.score}
                      band={bandOf(world.get(issue.code))}
                      label={levelLabel(issue.score, bandOf(world.get(issue.code)), words)}
                    />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who in the country talks about these issues. */
export function CommunityList({ report, words }: CountryPartProps): JSX.Element {
  return (
    <section>
      <h2>{words.t('country.communities')}</h2>
      {report.communities.length === 0 ? (
        <p>{words.t('country.noCommunities')}</p>
      ) : (
        <ul class="plain">
          {report.communities.map(({ code, name, kind, website }) => (
            <li key={code}>
              <a href={words.to('communities', code)}>{name}</a>{' '}
              <span class="quiet">
                {words.has(`community.${kind}`) ? words.t(`community.${kind}`) : kind}
              </span>{' '}
              <OutwardLink href={website}>{website}</OutwardLink>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{words.t('country.communitiesNote')}</p>
      {report.nri.map((card) => (
        <section key={card.community} class="nri">
          <h3>
            <a href={words.to('communities', card.community)}>{card.name}</a>
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
    <section class="about">
      <h2>{words.t('country.about')}</h2>
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
