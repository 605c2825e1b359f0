import type { JSX } from 'preact';
import type { LadderLevel } from '../../catalogue/catalogue.js';
import { answeredIn, type AssessmentDraft } from '../../submissions/assessing/assessment-draft.js';
import type { AssessingCommunity } from '../../submissions/assessing/assessment.service.js';
import { Layout, type Frame } from '../layout.js';
import { LadderSteps } from '../parts/ladder-steps.js';
import { SelectField } from '../administration/select-field.js';
import { assessAddress, type AssessedThing } from './assess-address.js';
import type { QuestionGroup } from './question-groups.js';

export interface StartPageProps {
  readonly frame: Frame;
  readonly groups: readonly QuestionGroup[];
  readonly ladder: readonly LadderLevel[];
  readonly asked: AssessedThing;
  /** Where the visitor may assess; nobody is signed in: none. */
  readonly places: readonly AssessingCommunity[];
  /** What the visitor has begun. */
  readonly drafts: readonly AssessmentDraft[];
  readonly years: readonly number[];
  /** The name of a country. */
  readonly countryName: (code: string) => string;
}

/** Where a community begins to assess a country: what it is about, what was begun, and the questions. */
export function StartPage(props: StartPageProps): JSX.Element {
  const { frame, groups, ladder } = props;
  const { words, told } = frame;
  const count = groups.reduce((sum, { indicators }) => sum + indicators.length, 0);
  return (
    <Layout frame={frame} title={words.t('assess.title')} section="contribute">
      <h1>{words.t('assess.title')}</h1>
      <ul class="lede-list">
        <li>{words.t('assess.what')}</li>
        <li>{words.t('assess.time')}</li>
        <li>{words.t('assess.public')}</li>
        <li>{words.t('assess.who')}</li>
        <li>{words.t('assess.kept')}</li>
      </ul>
      <Begin {...props} />
      <h2>{words.t('assess.ladderTitle')}</h2>
      <LadderSteps ladder={ladder} frame={frame} />
      <h2>{words.t('assess.questions', { count })}</h2>
      {groups.map(({ code, name, indicators }) => (
        <section key={code}>
          <h3>{name}</h3>
          <ul class="plain">
            {indicators.map((indicator) => (
              <li key={indicator.code}>
                <a href={words.to('indicators', indicator.code)}>
                  {told('indicator', indicator.code, 'definition', indicator.definition)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

function Begin(props: StartPageProps): JSX.Element {
  const { frame, asked, places } = props;
  const { words, visitor } = frame;
  if (visitor === undefined) {
    const to = assessAddress(words, asked);
    return (
      <p>
        {words.t('assess.signIn')}{' '}
        <a href={`${words.to('sign-in')}?${new URLSearchParams({ to }).toString()}`}>
          {words.t('signIn.title')}
        </a>
      </p>
    );
  }
  if (places.length === 0) return <p>{words.t('assess.noPlace')}</p>;
  return (
    <>
      <Drafts {...props} />
      <h2>{words.t('assess.begin')}</h2>
      <form action={words.to('assess')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        {asked.issue !== undefined && <input type="hidden" name="issue" value={asked.issue} />}
        {asked.indicator !== undefined && <input type="hidden" name="indicator" value={asked.indicator} />}
        <Places {...props} />
        <SelectField
          id="year"
          label={words.t('assess.year')}
          of={props.years.map((year) => ({ code: String(year), name: words.year(year) }))}
        />
        <button type="submit">{words.t('assess.beginButton')}</button>
      </form>
    </>
  );
}

/** Community and country as one choice, so that they go together. */
function Places({ frame: { words }, places, asked, countryName }: StartPageProps): JSX.Element {
  let isFirst = true;
  const chosen = (area: string): boolean => {
    const is = isFirst && area === asked.country;
    if (is) isFirst = false;
    return is;
  };
  const countries = ({ code: community, areas }: AssessingCommunity): readonly JSX.Element[] =>
    words.inOrder(areas.map((code) => ({ code, name: countryName(code) }))).map((area) => (
      <option key={area.code} value={`${community} ${area.code}`} selected={chosen(area.code)}>
        {area.name}
      </option>
    ));
  return (
    <p>
      <label for="place">{words.t(places.length === 1 ? 'assess.country' : 'assess.place')}</label>
      <select id="place" name="place" required>
        {places.length === 1
          ? places.map(countries)
          : places.map((place) => (
              <optgroup key={place.code} label={place.name}>
                {countries(place)}
              </optgroup>
            ))}
      </select>
    </p>
  );
}

function Drafts({ frame: { words }, drafts, countryName }: StartPageProps): JSX.Element | null {
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>{words.t('assess.begun')}</h2>
      <ul class="plain">
        {drafts.map((draft) => (
          <li key={draft.reference}>
            <a href={words.to('assess', draft.reference)}>
              {words.t('assess.round', {
                country: countryName(draft.area),
                year: words.year(draft.year),
                community: draft.communityName,
              })}
            </a>
            <span class="remark">
              {words.t('assess.answered', {
                done: answeredIn(draft).length,
                count: draft.indicators.length,
                day: words.day(draft.changedAt.toISOString()),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
