import type { Area, Indicator, Issue, LadderLevel } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { Confirmation } from '../observations/confirmation.js';
import type { TracedObservation } from '../observations/observation-filter.js';
import { withoutUndefined } from '../platform/without-undefined.js';

/** What is held of an area and an issue and what is missing, indicator by indicator. */
export interface Coverage {
  readonly area: Area;
  /** Absent: all indicators of the framework. */
  readonly issue?: Issue;
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
  /** Who said last that nothing is newer; absent once something newer is held. */
  readonly confirmed?: Confirmation;
}

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
 * The coverage of an area and an issue.
 * @param known live observations of the area, of each indicator at least those of the newest year
 * @param confirmations of the area, newest first
 */
export function coverage(
  area: Area,
  issue: Issue | undefined,
  codes: LookUp,
  known: readonly TracedObservation[],
  confirmations: readonly Confirmation[],
): Coverage {
  const { catalogue } = codes;
  const { asOfYear, firstYear } = catalogue.method;
  const indicators = issue === undefined ? catalogue.indicators : codes.indicatorsOfIssue(issue.code);
  const newest = newestOf(known);
  return withoutUndefined({
    area,
    issue,
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
        confirmed,
      });
    }),
  });
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
