import type {
  ActionLine,
  Area,
  AreaAlias,
  AreaGroup,
  Catalogue,
  Commitment,
  CrosswalkLink,
  Goal,
  Indicator,
  Issue,
  Objective,
  Principle,
  PublishedSeries,
  SdgTarget,
} from './catalogue.js';
import { viewCodes, type ViewKind } from './views.js';

/**
 * The catalogue as one frozen value with its ways in. A question about a code that does not exist is answered with
 * `undefined` or an empty list.
 */
export interface LookUp {
  readonly catalogue: Catalogue;
  /** Id of the stored version, counting up; 0 when it was never stored. */
  readonly version: number;

  principle(code: string): Principle | undefined;
  goal(code: string): Goal | undefined;
  indicator(code: string): Indicator | undefined;
  issue(code: string): Issue | undefined;
  actionLine(code: string): ActionLine | undefined;
  sdgTarget(code: string): SdgTarget | undefined;
  objective(code: string): Objective | undefined;
  commitment(id: string): Commitment | undefined;
  group(code: string): AreaGroup | undefined;
  /** By ISO 3166-1 alpha-3. */
  area(code: string): Area | undefined;
  /** By ISO 3166-1 alpha-3 or alpha-2 or UN M49 (leading zeros may be missing); case does not count. */
  areaByAnyCode(code: string): Area | undefined;
  /** What to do with a publisher's own code of an area. */
  areaAlias(alias: string): AreaAlias | undefined;
  /** By its own code or a publisher's code or title; case does not count. */
  indicatorByAnyName(name: string): Indicator | undefined;

  goalsOfPrinciple(principle: string): readonly Goal[];
  indicatorsOfGoal(goal: string): readonly Indicator[];
  indicatorsOfView(kind: ViewKind, code: string): readonly Indicator[];
  commitmentsOfObjective(objective: string): readonly Commitment[];
  linksOfCommitment(commitment: string): readonly CrosswalkLink[];
  linksOfIndicator(indicator: string): readonly CrosswalkLink[];
  groupsOfArea(area: string): readonly AreaGroup[];
  /** Editions of the published series of an indicator. */
  seriesOfIndicator(indicator: string): readonly PublishedSeries[];
  /** Areas with a country page, in catalogue order. */
  readonly scoredAreas: readonly Area[];
}

/** Freezes a catalogue, whole, and builds the look-ups on it. */
export function lookUp(catalogue: Catalogue, version = 0): LookUp {
  deepFreeze(catalogue);
  const byCode = <Thing extends { readonly code: string }>(things: readonly Thing[]): Map<string, Thing> =>
    new Map(things.map((thing) => [thing.code, thing]));

  const principles = byCode(catalogue.principles);
  const goals = byCode(catalogue.goals);
  const indicators = byCode(catalogue.indicators);
  const issues = byCode(catalogue.issues);
  const actionLines = byCode(catalogue.actionLines ?? []);
  const sdgTargets = byCode(catalogue.sdgTargets ?? []);
  const objectives = byCode(catalogue.objectives);
  const groups = byCode(catalogue.groups);
  const areas = byCode(catalogue.areas);
  const commitments = new Map(catalogue.commitments.map((commitment) => [commitment.id, commitment]));
  const areasByAnyCode = new Map(
    catalogue.areas.flatMap((area) => [area.code, area.iso2, area.m49].map((code) => [code, area])),
  );
  const areaAliases = new Map(catalogue.areaAliases.map((alias) => [fold(alias.alias), alias]));
  const indicatorsByAnyName = new Map([
    ...catalogue.seriesAliases.map(
      ({ alias, indicator }) => [fold(alias), indicators.get(indicator)] as const,
    ),
    ...catalogue.indicators.map((indicator) => [fold(indicator.code), indicator] as const),
  ]);

  const goalsOf = gather(catalogue.goals, (goal) => [goal.principle]);
  const indicatorsOfGoal = gather(catalogue.indicators, (indicator) => [indicator.goal]);
  const indicatorsOfView: Readonly<Record<ViewKind, ReturnType<typeof gather<Indicator>>>> = {
    issue: gather(catalogue.indicators, (indicator) => viewCodes('issue', indicator)),
    action_line: gather(catalogue.indicators, (indicator) => viewCodes('action_line', indicator)),
    sdg_target: gather(catalogue.indicators, (indicator) => viewCodes('sdg_target', indicator)),
  };
  const commitmentsOf = gather(catalogue.commitments, ({ objective }) =>
    objective === undefined ? [] : [objective],
  );
  const linksOfCommitment = gather(catalogue.crosswalk, (link) => [link.commitment]);
  const linksOfIndicator = gather(catalogue.crosswalk, (link) => [link.indicator]);
  const groupsOfArea = gather(catalogue.groups, (group) => group.members);
  const seriesOf = gather(catalogue.series, (series) => [series.indicator]);

  return Object.freeze({
    catalogue,
    version,
    principle: (code) => principles.get(code),
    goal: (code) => goals.get(code),
    indicator: (code) => indicators.get(code),
    issue: (code) => issues.get(code),
    actionLine: (code) => actionLines.get(code),
    sdgTarget: (code) => sdgTargets.get(code),
    objective: (code) => objectives.get(code),
    commitment: (id) => commitments.get(id),
    group: (code) => groups.get(code),
    area: (code) => areas.get(code),
    areaByAnyCode: (code) => areasByAnyCode.get(areaCode(code)),
    areaAlias: (alias) => areaAliases.get(fold(alias)),
    indicatorByAnyName: (name) => indicatorsByAnyName.get(fold(name)),
    goalsOfPrinciple: (principle) => goalsOf.get(principle) ?? [],
    indicatorsOfGoal: (goal) => indicatorsOfGoal.get(goal) ?? [],
    indicatorsOfView: (kind, code) => indicatorsOfView[kind].get(code) ?? [],
    commitmentsOfObjective: (objective) => commitmentsOf.get(objective) ?? [],
    linksOfCommitment: (commitment) => linksOfCommitment.get(commitment) ?? [],
    linksOfIndicator: (indicator) => linksOfIndicator.get(indicator) ?? [],
    groupsOfArea: (area) => groupsOfArea.get(area) ?? [],
    seriesOfIndicator: (indicator) => seriesOf.get(indicator) ?? [],
    scoredAreas: Object.freeze(catalogue.areas.filter((area) => area.scored)),
  } satisfies LookUp);
}

/** Things under each of their keys, in the order of the list. */
function gather<Thing>(
  things: readonly Thing[],
  keysOf: (thing: Thing) => readonly string[],
): ReadonlyMap<string, readonly Thing[]> {
  const gathered = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const list = gathered.get(key);
      if (list === undefined) gathered.set(key, [thing]);
      else list.push(thing);
    }
  }
  for (const list of gathered.values()) Object.freeze(list);
  return gathered;
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

function areaCode(code: string): string {
  const trimmed = code.trim().toUpperCase();
  return /^\d{1,2}$/.test(trimmed) ? trimmed.padStart(3, '0') : trimmed;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
