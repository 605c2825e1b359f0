import type { Observation } from '../observations/observation.js';

export interface ObservationIndex {
  /** Live observations of one indicator in one area, all sources, oldest first. */
  of(area: string, indicator: string): readonly Observation[];
}

const NONE: readonly Observation[] = Object.freeze([]);

/** Sorts observations by area and indicator; the result does not depend on their order. */
export function indexObservations(observations: readonly Observation[]): ObservationIndex {
  const byArea = new Map<string, Map<string, Observation[]>>();
  for (const observation of observations) {
    const ofArea = byArea.get(observation.area) ?? new Map<string, Observation[]>();
    byArea.set(observation.area, ofArea);
    const ofIndicator = ofArea.get(observation.indicator);
    if (ofIndicator === undefined) ofArea.set(observation.indicator, [observation]);
    else ofIndicator.push(observation);
  }
  for (const ofArea of byArea.values()) {
    for (const ofIndicator of ofArea.values()) ofIndicator.sort(oldestFirst);
  }
  return { of: (area, indicator) => byArea.get(area)?.get(indicator) ?? NONE };
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
