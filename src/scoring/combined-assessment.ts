import type { Observation } from '../observations/observation.js';

/** What several communities say of one indicator, area and year. Source: scoring method 1.0, section 2. */
export interface CombinedAssessment {
  /** Of their levels: the value that is scored. */
  readonly median: number;
  /** How far the highest level lies above the lowest. */
  readonly spread: number;
  /** The spread is as wide as the catalogue's `disputedFrom`, or wider. */
  readonly disputed: boolean;
  /** The latest usable assessment of each community, in the order of the communities' codes. */
  readonly members: readonly AssessmentOfCommunity[];
}

export interface AssessmentOfCommunity {
  /** Code. */
  readonly community: string;
  readonly observation: Observation;
}
