import type { Area, Indicator, Issue, LadderLevel, Method } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { Confirmation } from '../observations/confirmation.js';
import type { TracedObservation } from '../observations/observation-filter.js';
import { withoutUndefined } from '../platform/without-undefined.js';

/** What is held of an area and an issue and what is missing, indicator by indicator. */
export interface Coverage {
  readonly area: Area;
  /** Absent: all indicators of the framework, unless it is about one. */
  readonly issue?: Issue;
  /** Where it is about one alone. */
  readonly indicator?: Indicator;
  readonly firstYear: number;
  readonly asOfYear: number;
  readonly lines: readonly CoverageLine[];
  /** Levels that assessments are given by. */
  readonly ladder: readonly LadderLevel[];
}

export interface CoverageLine {
  readonly indicator: Indicator;
  /** The one after the last that is known; absent when none is known or that year is not over. */
  readonly nextYear?: number;
  readonly known?: KnownFigure;
  /** Years that figures count for, where the known one is older. */
  readonly outdatedAfter?: number;
  /** Why none is known. */
  readonly absence?: Absence;
  /** Who said last that nothing is newer; absent once something newer is held. */
  readonly confirmed?: Confirmation;
}

/**
 * Why nothing is held: it has no meaning there, only people can assess it, nobody publishes it, or who does has no figure
 * of this area.
 */
export type Absence =
  | { readonly why: 'not_applicable'; readonly reason: string }
  | { readonly why: 'assessed' | 'no_publisher' }
  | { readonly why: 'not_published'; readonly publisher: string };

/** The newest figure that is held. */
export interface KnownFigure {
  readonly value: number;
  readonly year: number;
  readonly source: string;
  /** Code of the community that sent it. */
  readonly community: string;
  readonly communityName: string;
  /** Public id of the observation. */
  readonly observation: string;
}

/**
 * The coverage of an area and an issue, or of an area and one indicator.
 * @param known live observations of the area, of each indicator at least those of the newest year
 * @param confirmations of the area, newest first
 */
export function coverage(
  area: Area,
  issue: Issue | undefined,
  codes: LookUp,
  known: readonly TracedObservation[],
  confirmations: readonly Confirmation[],
  only?: Indicator,
): Coverage {
  const { catalogue } = codes;
  const { asOfYear, firstYear } = catalogue.method;
  const all = issue === undefined ? catalogue.indicators : codes.indicatorsOfView('issue', issue.code);
  const indicators = only === undefined ? all : [only];
  const newest = newestOf(known);
  return withoutUndefined({
    area,
    issue,
    indicator: only,
    firstYear,
    asOfYear,
    ladder: catalogue.ladder,
    lines: indicators.map((indicator): CoverageLine => {
      const found = newest.get(indicator.code);
      const confirmed = confirmations.find(
        (one) => one.indicator === indicator.code && (one.year ?? 0) >= (found?.year ?? 0),
      );
      return withoutUndefined({
        indicator,
        nextYear: found !== undefined && found.year < asOfYear ? found.year + 1 : undefined,
        known: found === undefined ? undefined : knownFigure(found),
        outdatedAfter:
          found === undefined ? undefined : outdatedAfter(found.year, indicator, catalogue.method),
        absence: found === undefined ? absenceOf(indicator, area, codes) : undefined,
        confirmed,
      });
    }),
  });
}

function outdatedAfter(
  year: number,
  { freshnessYears }: Indicator,
  { asOfYear, maxFreshnessYears }: Method,
): number | undefined {
  const years = Math.min(freshnessYears, maxFreshnessYears);
  return year < asOfYear - years ? years : undefined;
}

function absenceOf(indicator: Indicator, { code }: Area, codes: LookUp): Absence {
  const { notApplicable } = codes.catalogue;
  const exempt = notApplicable.find((one) => one.indicator === indicator.code && one.area === code);
  if (exempt !== undefined) return { why: 'not_applicable', reason: exempt.reason };
  if (indicator.goalposts.kind === 'rubric') return { why: 'assessed' };
  const [series] = codes.seriesOfIndicator(indicator.code);
  return series === undefined
    ? { why: 'no_publisher' }
    : { why: 'not_published', publisher: series.organisation };
}

function knownFigure({ value, year, series, communityName, id }: TracedObservation): KnownFigure {
  const source = [series.organisation, series.source].filter((text) => text !== undefined).join(', ');
  return { value, year, source, community: series.community, communityName, observation: id };
}

/** By indicator; of one year a published figure goes before those of communities. */
function newestOf(known: readonly TracedObservation[]): ReadonlyMap<string, TracedObservation> {
  const newest = new Map<string, TracedObservation>();
  for (const observation of known) {
    const before = newest.get(observation.indicator);
    const isNewer =
      before === undefined ||
      observation.year > before.year ||
      (observation.year === before.year && observation.series.published && !before.series.published);
    if (isNewer) newest.set(observation.indicator, observation);
  }
  return newest;
}
