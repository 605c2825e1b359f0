import { entityOf, type Draws } from './draws.js';

/** What is known of an indicator in a unit. Raw points, not held at the goalposts. */
export interface SimulatedValue {
  readonly raw: number;
  readonly ageYears: number;
  /** Of the source, in raw points; absent: the spread grows with the age of the value. */
  readonly standardError?: number;
}

/** A country, as a simulation sees it. */
export interface SimulatedUnit {
  readonly code: string;
  /** Units of one region lend each other medians. */
  readonly region: string;
  /** By code of the indicator; those absent are missing. */
  readonly values: ReadonlyMap<string, SimulatedValue>;
  /** Codes of indicators that have no meaning here: they are missing and never filled. */
  readonly notApplicable?: ReadonlySet<string>;
}

/** Values by unit and indicator: cell = unit * indicators + indicator. */
export interface LevelCells {
  /** NaN where there is no value. */
  readonly raw: Float64Array;
  /** Standard deviation of the error, raw points. */
  readonly sigma: Float64Array;
  /** What a cell is drawn by. */
  readonly entities: Uint32Array;
  /** Where a gap can be filled: cells of one region and indicator that have a value, and those that lack one. */
  readonly fillable: readonly { readonly known: Int32Array; readonly gaps: Int32Array }[];
}

/** A median of fewer values says nothing about who is missing. */
const LEAST_FOR_MEDIAN = 3;

/**
 * Lays the values of units (rows) and indicators (columns) out for a simulation.
 * sigma = the standard error of the source, else `ageSigma` sqrt(age). Entities: unit `|` indicator.
 * Source: scoring method 1.0, section 7, factors 4 and 6.
 * @param ageSigma points of error of a value one year old
 */
export function layOutLevels(
  units: readonly SimulatedUnit[],
  indicators: readonly string[],
  ageSigma: number,
): LevelCells {
  const raw = new Float64Array(units.length * indicators.length).fill(NaN);
  const sigma = new Float64Array(raw.length);
  const entities = new Uint32Array(raw.length);
  const blocks = new Map<string, { known: number[]; gaps: number[] }>();
  units.forEach(({ code, region, values, notApplicable }, row) => {
    indicators.forEach((indicator, column) => {
      const cell = row * indicators.length + column;
      const key = `${String(column)} ${region}`;
      const block = blocks.get(key) ?? { known: [], gaps: [] };
      blocks.set(key, block);
      const value = values.get(indicator);
      if (value !== undefined && Number.isFinite(value.raw)) {
        raw[cell] = value.raw;
        sigma[cell] = value.standardError ?? ageSigma * Math.sqrt(Math.max(0, value.ageYears));
        entities[cell] = entityOf(`${code}|${indicator}`);
        block.known.push(cell);
      } else if (notApplicable?.has(indicator) !== true) block.gaps.push(cell);
    });
  });
  const fillable = [...blocks.values()]
    .filter(({ known, gaps }) => known.length > 0 && gaps.length > 0)
    .map(({ known, gaps }) => ({ known: Int32Array.from(known), gaps: Int32Array.from(gaps) }));
  return { raw, sigma, entities, fillable };
}

/** Goalposts of one replicate by indicator, in raw points: 0 and 100 where they are not varied. */
export interface Posts {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Levels of one replicate: x = raw + sigma z, s = 100 (x - low) / (high - low), held between 0 and 100.
 * @param errors absent: values are taken as they are
 * @param levels filled by cell
 */
export function drawLevels(
  { raw, sigma, entities }: LevelCells,
  { low, high }: Posts,
  errors: Draws | undefined,
  replicate: number,
  levels: Float64Array,
): void {
  const columns = low.length;
  for (
    let cell = 0, column = 0;
    cell < raw.length;
    cell++, column = column + 1 === columns ? 0 : column + 1
  ) {
    let x = raw[cell] as number;
    const spread = sigma[cell] as number;
    if (spread > 0 && errors !== undefined) x += spread * errors.normal(replicate, entities[cell] as number);
    const from = low[column] as number;
    const level = (100 * (x - from)) / ((high[column] as number) - from);
    levels[cell] = level < 0 ? 0 : level > 100 ? 100 : level;
  }
}

/** Fills gaps with the median of the replicate's levels of the same indicator in the same region, of three or more. */
export function fillWithMedians(cells: LevelCells, levels: Float64Array): void {
  fillGaps(cells, levels, LEAST_FOR_MEDIAN, (sorted) => {
    const upper = sorted[sorted.length >> 1] as number;
    const lower = sorted[(sorted.length - 1) >> 1] as number;
    return (lower + upper) / 2;
  });
}

/** Fills gaps as `meanOfRegion` does, from the replicate's levels. @param least so many levels a mean needs */
export function fillWithMeans(cells: LevelCells, levels: Float64Array, least: number): void {
  fillGaps(cells, levels, least, (sorted) => sorted.reduce((sum, level) => sum + level, 0) / sorted.length);
}

function fillGaps(
  { fillable }: LevelCells,
  levels: Float64Array,
  least: number,
  middleOf: (sorted: Float64Array) => number,
): void {
  for (const { known, gaps } of fillable) {
    if (known.length < least) continue;
    const sorted = new Float64Array(known.length);
    for (let i = 0; i < known.length; i++) sorted[i] = levels[known[i] as number] as number;
    const middle = middleOf(sorted.sort());
    for (const cell of gaps) levels[cell] = middle;
  }
}
