import type { JSX } from 'preact';
import type { Area, Catalogue } from '../../catalogue/catalogue.js';
import type { ParticipationView } from '../../reports/participation/participation.js';
import { SelectField } from '../administration/select-field.js';
import type { Frame } from '../layout.js';

/** Which country, region and issue to look at; works without script. */
export function ParticipationForm({
  frame: { words, named },
  view,
  catalogue: { groups, issues },
  areas,
}: {
  readonly frame: Frame;
  readonly view: ParticipationView;
  readonly catalogue: Catalogue;
  readonly areas: readonly Area[];
}): JSX.Element {
  return (
    <form method="get" action={words.to('participation')} class="filter" role="search">
      <div class="fields">
        <SelectField
          id="area"
          label={words.t('participation.country')}
          of={words.inOrder(areas.map((area) => ({ code: area.code, name: words.area(area) })))}
          chosen={view.area}
          none={words.t('participation.anyCountry')}
        />
        <SelectField
          id="region"
          label={words.t('participation.region')}
          of={groups
            .filter(({ kind }) => kind === 'un_regional_group')
            .map((group) => ({ code: group.code, name: named('group', group) }))}
          chosen={view.region}
          none={words.t('participation.anyRegion')}
        />
        <SelectField
          id="issue"
          label={words.t('participation.issue')}
          of={issues.map((issue) => ({ code: issue.code, name: named('issue', issue) }))}
          chosen={view.issue}
          none={words.t('participation.anyIssue')}
        />
      </div>
      <button type="submit">{words.t('participation.show')}</button>
    </form>
  );
}
