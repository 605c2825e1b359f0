import type { AreaAlias, Indicator, ScaleTrap } from '../../catalogue/catalogue.js';
import type { LookUp } from '../../catalogue/look-up.js';
import { nearestWord } from '../../platform/nearest-word.js';
import { areaReader, type AreaReader } from '../reading/area-reader.js';

/** What cells of a row may refer to, as the catalogue in force has it. */
export interface RowVocabulary {
  /** A row of a later year is refused. */
  readonly asOfYear: number;
  /** Levels an assessment may have. */
  readonly ladderLevels: readonly number[];
  readonly areas: AreaReader;
  /** Areas that the sender may send figures for; absent: all. */
  readonly ownAreas?: ReadonlySet<string> | undefined;
  /** Code of the area that a cell names, or a publisher's code or a region that is passed over; `undefined`: unknown. */
  area(cell: string): string | AreaAlias | undefined;
  indicator(cell: string): Indicator | undefined;
  /** How an indicator was written in earlier years, by its code. */
  scaleTrap(indicator: string): ScaleTrap | undefined;
  nearestIndicator(cell: string): string | undefined;
  /** An indicator of an earlier catalogue that the one in force no longer has. */
  isRetiredIndicator(cell: string): boolean;
}

/**
 * @param everKnown whether there ever was an indicator of this code
 * @param ownAreas areas that the sender may send figures for; absent: all
 */
export function rowVocabulary(
  lookUp: LookUp,
  everKnown: (code: string) => boolean,
  ownAreas?: ReadonlySet<string>,
): RowVocabulary {
  const { indicators, ladder, method, scaleTraps = [] } = lookUp.catalogue;
  const traps = new Map(scaleTraps.map((trap) => [trap.indicator, trap]));
  const indicatorCodes = indicators.map(({ code }) => code);
  const areas = areaReader(lookUp);
  const findArea = (cell: string): string | AreaAlias | undefined => {
    const reading = areas.read(cell);
    return 'value' in reading ? reading.value : 'skipped' in reading ? reading.skipped : undefined;
  };
  let suggestions = 0;
  return {
    asOfYear: method.asOfYear,
    ladderLevels: ladder.map(({ level }) => level),
    areas,
    ownAreas,
    area: remembered(findArea),
    indicator: remembered((cell) => lookUp.indicatorByAnyName(cell)),
    scaleTrap: (indicator) => traps.get(indicator),
    nearestIndicator: remembered((cell) =>
      ++suggestions > MOST_SUGGESTED ? undefined : nearestWord(cell, indicatorCodes),
    ),
    isRetiredIndicator: (cell) => everKnown(cell) || everKnown(cell.toUpperCase()),
  };
}

/** Different unknown words that are compared with all known ones; a report shows no more. */
const MOST_SUGGESTED = 1_000;
const MOST_REMEMBERED = 5_000;
const LONGEST_ASKED = 200;

/** Files say the same few words again and again; answers to the first few thousand of them are kept. */
export function remembered<Answer>(
  ask: (cell: string) => Answer | undefined,
): (cell: string) => Answer | undefined {
  const answers = new Map<string, Answer | undefined>();
  return (cell) => {
    if (cell.length > LONGEST_ASKED) return undefined;
    const known = answers.get(cell);
    if (known !== undefined || answers.has(cell)) return known;
    const answer = ask(cell);
    if (answers.size < MOST_REMEMBERED) answers.set(ownCopy(cell), answer);
    return answer;
  };
}

/** A text in memory of its own: what was cut out of a long text keeps all of that. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
