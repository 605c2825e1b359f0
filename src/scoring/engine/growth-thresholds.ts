import { TOLERANCE, type Status } from './terms.js';

/** The words of the two methods for what growth amounts to. */
export type GrowthCategory =
  | 'target_achieved'
  | 'substantial_progress'
  | 'moderate_progress'
  | 'limited_progress'
  | 'deterioration'
  | 'significant_progress'
  | 'insufficient_progress'
  | 'movement_away'
  | 'moderate_movement_away'
  | 'significant_movement_away';

export interface GrowthClass {
  readonly category: GrowthCategory;
  /** The word of the native method nearest in meaning, so that both can be compared. */
  readonly status: Status;
}

export interface GrowthScale {
  /** In falling order; each begins at `from`. */
  readonly steps: readonly (GrowthClass & { readonly from: number })[];
  /** What lies below all steps. */
  readonly below: GrowthClass;
}

export interface GrowthThresholds {
  /** For observed by required growth. */
  readonly withTarget: GrowthScale;
  /** For observed growth a year as a share (0.01 is 1 %), positive in the desired direction. */
  readonly withoutTarget: GrowthScale;
}

/**
 * Source: Open SDG 2.4, "Progress measurement methodology" (developed at Statistics Canada), indicators with and
 * without quantitative targets; no natural limit given.
 */
export const OPEN_SDG: GrowthThresholds = {
  withTarget: {
    steps: [
      { from: 0.95, category: 'substantial_progress', status: 'on_track' },
      { from: 0.6, category: 'moderate_progress', status: 'needs_acceleration' },
      { from: 0, category: 'limited_progress', status: 'limited' },
    ],
    below: { category: 'deterioration', status: 'regressing' },
  },
  withoutTarget: {
    steps: [
      { from: 0.015, category: 'substantial_progress', status: 'on_track' },
      { from: 0.005, category: 'moderate_progress', status: 'needs_acceleration' },
      { from: 0, category: 'limited_progress', status: 'limited' },
    ],
    below: { category: 'deterioration', status: 'regressing' },
  },
};

/** Source: Eurostat, monitoring report on progress towards the SDGs in an EU context, annex on methods. */
export const EUROSTAT: GrowthThresholds = {
  withTarget: {
    steps: [
      { from: 0.95, category: 'significant_progress', status: 'on_track' },
      { from: 0.6, category: 'moderate_progress', status: 'needs_acceleration' },
      { from: 0, category: 'insufficient_progress', status: 'limited' },
    ],
    below: { category: 'movement_away', status: 'regressing' },
  },
  withoutTarget: {
    steps: [
      { from: 0.01, category: 'significant_progress', status: 'on_track' },
      { from: 0, category: 'moderate_progress', status: 'needs_acceleration' },
      { from: -0.01, category: 'moderate_movement_away', status: 'regressing' },
    ],
    below: { category: 'significant_movement_away', status: 'regressing' },
  },
};

/** By the name a method file calls them. */
export const GROWTH_THRESHOLDS: Readonly<Record<'open_sdg' | 'eurostat', GrowthThresholds>> = {
  open_sdg: OPEN_SDG,
  eurostat: EUROSTAT,
};

/** The first step that begins at or below the growth, within 1e-9; else what lies below all of them. */
export function classifyGrowth(growth: number, { steps, below }: GrowthScale): GrowthClass {
  return steps.find(({ from }) => growth >= from - TOLERANCE) ?? below;
}
