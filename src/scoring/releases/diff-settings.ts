import type { Catalogue, Indicator } from '../../catalogue/catalogue.js';
import { VIEW_KINDS, viewCodes, viewsOf } from '../../catalogue/views.js';
import { compare, flatten } from '../explanation/change-causes.js';
import type { Difference, Setting } from '../explanation/score-change.js';

type Settings = ReadonlyMap<string, Setting>;

/**
 * What differs between two catalogues of that which scores stand on, method first: settings by their path (e.g.
 * `coverage.goal`, `UI_NETUSE.goalposts.best`), and what came or is retired (e.g. `indicator UI_NETUSE`, by name), links of
 * the crosswalk, exceptions, and how many population figures are other ones.
 */
export function diffSettings(then: Catalogue, now: Catalogue): readonly Difference[] {
  return [
    ...compare('method', flatten(then.method), flatten(now.method)),
    ...compare('catalogue', thingsOf(then), thingsOf(now)),
    ...compare('catalogue', valuesOf(then, now), valuesOf(now, then)),
    ...populationChange(then, now),
  ];
}

/** Everything that is there or not, by kind and code. */
function thingsOf(catalogue: Catalogue): Settings {
  const { principles, goals, indicators, objectives, commitments, areas } = catalogue;
  const named = (
    kind: string,
    things: readonly { readonly code: string; readonly name: string }[],
  ): readonly [string, Setting][] => things.map(({ code, name }) => [`${kind} ${code}`, name]);
  return new Map([
    ...named('principle', principles),
    ...named('goal', goals),
    ...named('indicator', indicators),
    ...named('objective', objectives),
    ...named(
      'commitment',
      commitments.map(({ id, title }) => ({ code: id, name: title })),
    ),
    ...viewsOf(catalogue).map(({ kind, code, name }): [string, Setting] => [`${kind} ${code}`, name]),
    ...named(
      'area',
      areas.filter(({ scored }) => scored),
    ),
    ...catalogue.crosswalk.map(({ indicator, commitment, type }): [string, Setting] => [
      `link ${indicator} ${commitment}`,
      type,
    ]),
    ...catalogue.notApplicable.map(({ indicator, area, reason }): [string, Setting] => [
      `exception ${indicator} ${area}`,
      reason,
    ]),
  ]);
}

/** Settings of all that stands in the other catalogue as well. */
function valuesOf(catalogue: Catalogue, other: Catalogue): Settings {
  const things = thingsOf(other);
  const isInBoth = (kind: string) => (thing: { readonly code: string }) =>
    things.has(`${kind} ${thing.code}`);
  return new Map([
    ...catalogue.principles
      .filter(isInBoth('principle'))
      .flatMap(({ code, weight }) => [...flatten({ weight }, code)]),
    ...catalogue.goals
      .filter(isInBoth('goal'))
      .flatMap(({ code, weight, principle }) => [...flatten({ weight, principle }, code)]),
    ...catalogue.commitments
      .filter(({ id }) => things.has(`commitment ${id}`))
      .flatMap(({ id, objective, scored }) => [...flatten({ objective, scored }, id)]),
    ...catalogue.indicators.filter(isInBoth('indicator')).flatMap((one) => [...settingsOf(one)]),
  ]);
}

function settingsOf(indicator: Indicator): Settings {
  const { code, goal, tier, goalposts, per, averageYears, weight, overlapGroup } = indicator;
  const { scored, derivedScoresAllowed, freshnessYears } = indicator;
  const counts = { goal, tier, goalposts, per, averageYears, weight, overlapGroup, freshnessYears };
  const [issues, wsis, sdg] = VIEW_KINDS.map((kind) => [...viewCodes(kind, indicator)].sort().join(' '));
  return flatten({ ...counts, scored, derivedScoresAllowed, issues, wsis, sdg }, code);
}

function populationChange(then: Catalogue, now: Catalogue): readonly Difference[] {
  const figures = ({ population }: Catalogue): ReadonlyMap<string, number> =>
    new Map(population.map(({ area, year, inhabitants }) => [`${area} ${String(year)}`, inhabitants]));
  const [before, after] = [figures(then), figures(now)];
  const places = new Set([...before.keys(), ...after.keys()]);
  const changed = [...places].filter((place) => before.get(place) !== after.get(place)).length;
  return changed === 0 ? [] : [{ cause: 'catalogue', what: 'population', after: changed }];
}
