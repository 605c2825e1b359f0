import type { JSX } from 'preact';
import type { Named } from '../named.js';
import type { Words } from '../words.js';

/** What somebody chose on the page where one contributes. */
export interface Choice {
  readonly country?: string | undefined;
  readonly issue?: string | undefined;
  /** Where it is about one alone. */
  readonly indicator?: string | undefined;
  readonly community?: string | undefined;
}

/** Country and issue to contribute to; works without script. */
export function ChooseCoverage({
  areas,
  issues,
  choice,
  words,
}: {
  readonly areas: readonly Named[];
  readonly issues: readonly Named[];
  readonly choice: Choice;
  readonly words: Words;
}): JSX.Element {
  return (
    <form class="choose" action={`${words.to('contribute')}#held`} method="get">
      <label for="country">{words.t('contribute.country')}</label>
      <div class="row">
        <select id="country" name="country" required>
          <option value="">{words.t('contribute.choose')}</option>
          <Options of={areas} chosen={choice.country} />
        </select>
      </div>
      <label for="issue">{words.t('contribute.issue')}</label>
      <div class="row">
        <select id="issue" name="issue">
          <option value="">{words.t('contribute.allIssues')}</option>
          <Options of={issues} chosen={choice.issue} />
        </select>
        <button type="submit">{words.t('contribute.show')}</button>
      </div>
    </form>
  );
}

export function Options({
  of,
  chosen,
}: {
  readonly of: readonly Named[];
  readonly chosen?: string | undefined;
}): JSX.Element {
  return (
    <>
      {of.map(({ code, name }) => (
        <option key={code} value={code} selected={code === chosen}>
          {name}
        </option>
      ))}
    </>
  );
}
