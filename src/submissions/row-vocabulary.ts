import type { AreaAlias, Indicator } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import { nearestWord } from '../platform/nearest-word.js';

/** What cells of a row may refer to, as the catalogue in force has it. */
export interface RowVocabulary {
  /** A row of a later year is refused. */
  readonly asOfYear: number;
  /** Levels an assessment may have. */
  readonly ladderLevels: readonly number[];
  /** Code of the area, or the publisher's code that is passed over; `undefined`: unknown. */
  area(cell: string): string | AreaAlias | undefined;
  nearestArea(cell: string): string | undefined;
  indicator(cell: string): Indicator | undefined;
  nearestIndicator(cell: string): string | undefined;
  /** An indicator of an earlier catalogue that the one in force no longer has. */
  isRetiredIndicator(cell: string): boolean;
}

/** @param everKnown whether there ever was an indicator of this code */
export function rowVocabulary(lookUp: LookUp, everKnown: (code: string) => boolean): RowVocabulary {
  const { areas, indicators, ladder, method } = lookUp.catalogue;
  const areaByName = new Map(areas.map(({ name, code }) => [name.toLowerCase(), code]));
  const areaCodes = areas.map(({ code }) => code);
  const areaNames = areas.map(({ name }) => name);
  const indicatorCodes = indicators.map(({ code }) => code);

  const findArea = (cell: string): string | AreaAlias | undefined => {
    const code = lookUp.areaByAnyCode(cell)?.code ?? areaByName.get(cell.trim().toLowerCase());
    if (code !== undefined) return code;
    const alias = lookUp.areaAlias(cell);
    return alias?.area ?? alias;
  };
  const nearestAreaTo = (cell: string): string | undefined => {
    if (cell.length < 3) return undefined;
    return nearestWord(cell, cell.length === 3 ? areaCodes : areaNames);
  };
  return {
    asOfYear: method.asOfYear,
    ladderLevels: ladder.map(({ level }) => level),
    area: remembered(findArea),
    nearestArea: remembered(nearestAreaTo),
    indicator: remembered((cell) => lookUp.indicatorByAnyName(cell)),
    nearestIndicator: remembered((cell) => nearestWord(cell, indicatorCodes)),
    isRetiredIndicator: (cell) => everKnown(cell) || everKnown(cell.toUpperCase()),
  };
}

const MOST_REMEMBERED = 5_000;
const LONGEST_ASKED = 200;

/** Files say the same few words again and again; answers to the first few thousand of them are kept. */
function remembered<Answer>(ask: (cell: string) => Answer | undefined): (cell: string) => Answer | undefined {
  const answers = new Map<string, Answer | undefined>();
  return (cell) => {
    if (cell.length > LONGEST_ASKED) return undefined;
    if (answers.has(cell)) return answers.get(cell);
    const answer = ask(cell);
    if (answers.size < MOST_REMEMBERED) answers.set(cell, answer);
    return answer;
  };
}
