import type { Observation } from '../../observations/observation.js';

export interface ObservationIndex {
  /** Number of observations. */
  readonly size: number;
  /** Live observations of one indicator in one area, all sources, oldest first. */
  of(area: string, indicator: string): readonly Observation[];
  /** The index after some went and some came; this one stays as it is, and the two share what did not change. */
  after(gone: readonly Observation[], come: readonly Observation[]): ObservationIndex;
}

type ByIndicator = ReadonlyMap<string, readonly Observation[]>;

const NONE: readonly Observation[] = Object.freeze([]);

/** Sorts observations by area and indicator; the result does not depend on their order. */
export function indexObservations(observations: readonly Observation[]): ObservationIndex {
  return indexOf(new Map(), 0).after([], observations);
}

function indexOf(byArea: ReadonlyMap<string, ByIndicator>, size: number): ObservationIndex {
  return {
    size,
    of: (area, indicator) => byArea.get(area)?.get(indicator) ?? NONE,
    after: (gone, come) => {
      const goneFrom = grouped(gone);
      const comeTo = grouped(come);
      const next = new Map(byArea);
      for (const area of new Set([...goneFrom.keys(), ...comeTo.keys()])) {
        next.set(area, changedArea(byArea.get(area), goneFrom.get(area), comeTo.get(area)));
      }
      return indexOf(next, size - gone.length + come.length);
    },
  };
}

function changedArea(
  before: ByIndicator = new Map(),
  gone: ByIndicator = new Map(),
  come: ByIndicator = new Map(),
): ByIndicator {
  const next = new Map(before);
  for (const indicator of new Set([...gone.keys(), ...come.keys()])) {
    const ended = new Set((gone.get(indicator) ?? NONE).map(figureKey));
    const left = (before.get(indicator) ?? NONE).filter((one) => !ended.has(figureKey(one)));
    next.set(indicator, [...left, ...(come.get(indicator) ?? NONE)].sort(oldestFirst));
  }
  return next;
}

function grouped(observations: readonly Observation[]): ReadonlyMap<string, ByIndicator> {
  const byArea = new Map<string, Map<string, Observation[]>>();
  for (const observation of observations) {
    const ofArea = byArea.get(observation.area) ?? new Map<string, Observation[]>();
    byArea.set(observation.area, ofArea);
    const ofIndicator = ofArea.get(observation.indicator);
    if (ofIndicator === undefined) ofArea.set(observation.indicator, [observation]);
    else ofIndicator.push(observation);
  }
  return byArea;
}

/** What tells apart the observations of one indicator in one area, past ones included. */
function figureKey({ year, seriesEditionId, revisionFrom }: Observation): string {
  return `${String(year)} ${String(seriesEditionId)} ${String(revisionFrom)}`;
}

/** By year, then by series edition, then by when it was accepted. */
export function oldestFirst(a: Observation, b: Observation): number {
  return (
    a.year - b.year ||
    a.seriesEditionId - b.seriesEditionId ||
    a.revisionFrom - b.revisionFrom ||
    a.submissionId - b.submissionId ||
    a.rowNumber - b.rowNumber
  );
}
