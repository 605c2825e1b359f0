import type { JSX } from 'preact';
import type { Area, AreaGroup, Catalogue, NamedKind } from '../../catalogue/catalogue.js';
import { MOST_COMPARED, type CompareQuestion } from '../../reports/compare/compare.service.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';

interface CompareFormProps {
  readonly frame: Frame;
  readonly question: CompareQuestion;
  readonly catalogue: Catalogue;
  readonly areas: readonly Area[];
}

/** Countries by region, groups, and what to compare them on; what is chosen stands first. Works without script. */
export function CompareForm({ frame, question, catalogue, areas }: CompareFormProps): JSX.Element {
  const { words, named } = frame;
  const { groups } = catalogue;
  const isChosen = ({ code }: { readonly code: string }): boolean => question.areas.includes(code);
  const regions = groups.filter(({ kind }) => kind === 'un_regional_group');
  const inRegion = new Set(regions.flatMap(({ members }) => members));
  const all = words.inOrder(areas.map((area) => ({ ...area, name: words.area(area) })));
  const chosen = question.areas.flatMap((code) => all.find((area) => area.code === code) ?? []);
  const groupNamed = (group: AreaGroup): Named => ({ code: group.code, name: named('group', group) });
  return (
    <form method="get" action={words.to('compare')} class="compare">
      <fieldset>
        <legend>{words.t('compare.choose')}</legend>
        <p class="quiet">{words.t('compare.most', { most: MOST_COMPARED })}</p>
        {chosen.length > 0 && (
          <>
            <p class="quiet">{words.t('compare.chosen')}</p>
            <Boxes name="area" of={chosen} isChosen={() => true} />
          </>
        )}
        {regions.map((region) => (
          <Folded
            key={region.code}
            summary={(count) => words.t('compare.countriesOf', { group: named('group', region), count })}
            of={all.filter((area) => region.members.includes(area.code) && !isChosen(area))}
          />
        ))}
        <Folded
          summary={(count) => words.t('compare.otherCountries', { count })}
          of={all.filter((area) => !inRegion.has(area.code) && !isChosen(area))}
        />
        <p class="quiet">{words.t('compare.groups')}</p>
        <Boxes
          name="group"
          of={groups.map(groupNamed)}
          isChosen={({ code }) => question.groups.includes(code)}
        />
      </fieldset>
      <Subjects frame={frame} question={question} catalogue={catalogue} />
      <button type="submit">{words.t('compare.show')}</button>
    </form>
  );
}

function Folded({
  summary,
  of,
}: {
  readonly summary: (count: number) => string;
  readonly of: readonly Named[];
}): JSX.Element | null {
  if (of.length === 0) return null;
  return (
    <details>
      <summary>{summary(of.length)}</summary>
      <Boxes name="area" of={of} isChosen={() => false} />
    </details>
  );
}

function Boxes({
  name,
  of,
  isChosen,
}: {
  readonly name: string;
  readonly of: readonly Named[];
  readonly isChosen: (thing: Named) => boolean;
}): JSX.Element {
  return (
    <div class="boxes">
      {of.map((thing) => (
        <label key={thing.code} class="choice">
          <input type="checkbox" name={name} value={thing.code} checked={isChosen(thing)} /> {thing.name}
        </label>
      ))}
    </div>
  );
}

/** The kinds to choose from, in the order they are offered. */
const KINDS = [
  ['principle', 'principles'],
  ['goal', 'goals'],
  ['issue', 'issues'],
  ['action_line', 'actionLines'],
  ['sdg_target', 'sdgTargets'],
  ['objective', 'objectives'],
  ['commitment', 'commitments'],
  ['indicator', 'indicators'],
] as const satisfies readonly (readonly [NamedKind, keyof Catalogue])[];

function Subjects({ frame, question, catalogue }: Omit<CompareFormProps, 'areas'>): JSX.Element {
  const { words, named } = frame;
  const offered = KINDS.map(([kind, list]) => ({
    kind,
    things: (catalogue[list] ?? []).map((thing) => {
      const code = 'id' in thing ? thing.id : thing.code;
      return { code, name: named(kind, { code, name: 'title' in thing ? thing.title : thing.name }) };
    }),
  }));
  const all = offered.flatMap(({ things }) => things);
  const chosen = question.nodes.flatMap((code) => all.find((thing) => thing.code === code) ?? []);
  return (
    <fieldset>
      <legend>{words.t('compare.on')}</legend>
      {chosen.length > 0 && <Boxes name="node" of={chosen} isChosen={() => true} />}
      <select name="node" aria-label={words.t('compare.on')}>
        <option value="">
          {words.t(chosen.length === 0 ? 'compare.onPrinciples' : 'compare.onOneMore')}
        </option>
        {offered.map(({ kind, things }) => (
          <optgroup key={kind} label={words.t(`compare.kind.${kind}`)}>
            {things.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </fieldset>
  );
}
