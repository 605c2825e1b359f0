import type { Area, AreaAlias } from '../../catalogue/catalogue.js';
import type { LookUp } from '../../catalogue/look-up.js';
import { nearestWord } from '../../platform/nearest-word.js';
import { suggestionParams } from '../../platform/suggestion.js';
import { PLAIN_AREAS, type AreaFormat } from './area-format.js';
import { areaNames, type NameMeaning } from './area-names.js';
import { REGION_BESIDE } from './region-names.js';
import { fault, NO_REPAIRS, type Read, type ReadingFault } from './cell-reading.js';
import { foldCell } from './fold-cell.js';
import { foldName } from './fold-name.js';

/** A region, a group or a former area: its rows are passed over and listed. */
export interface SkippedArea {
  readonly skipped: AreaAlias;
}

export type AreaReading = Read<string> | SkippedArea | ReadingFault;

/** Reads cells that say where a figure was observed. */
export interface AreaReader {
  /** @param format of the column, of the survey of all its cells */
  read(cell: string, format?: AreaFormat): AreaReading;
  /** Whether the code and the name of one row are known and do not belong together. */
  contradict(code: string, name: string): boolean;
}

type Catalogued = Pick<LookUp, 'areaByAnyCode' | 'areaAlias'> & {
  readonly catalogue: { readonly areas: readonly Area[] };
};

const LONGEST = 200;
/** Different unknown names that are compared with all known ones; each takes some milliseconds. */
const MOST_SUGGESTED = 100;
const FOOTNOTE = /(?:[*†‡§¶#^¹²³⁴-⁹]{1,5}|[([](?:\d{1,2}|[a-z])[)\]]|(?<= )\d{1,2}\)|(?<=\p{L})\d{1,2}\/?)$/u;
const NAME_AND_CODE = /^(?<name>.+?) ?[([](?<code>[a-z]{2,3}|\d{3})[)\]]$/i;
const CODE_AND_NAME = /^(?<code>[a-z]{2,3}|\d{3}) ?[-|/] ?(?<name>.+)$/i;
const REGIONS_TOO = new Set(REGION_BESIDE.names.split('|').map(foldName));

/**
 * A reader for the areas of a catalogue: ISO 3166-1 alpha-2 and alpha-3, UN M49 with or without leading zeros,
 * publishers' own codes, and names in six languages. A misspelt name is refused with the nearest one.
 */
export function areaReader({ catalogue, areaByAnyCode, areaAlias }: Catalogued): AreaReader {
  const names = areaNames(catalogue.areas);
  const nameOf = new Map(catalogue.areas.map(({ code, name }) => [code, name]));
  const ownNames = new Set(catalogue.areas.map(({ name }) => foldName(name)));
  const suggested = new Map<string, string | undefined>();

  const byCode = (text: string): Read<string> | SkippedArea | undefined => {
    const code = /^\d{1,3}\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
    if (code.length > 20) return undefined;
    const repairs = code === text ? NO_REPAIRS : (['area_spelling'] as const);
    const alias = areaAlias(code) ?? (/^\d{1,2}$/.test(code) ? areaAlias(code.padStart(3, '0')) : undefined);
    const area = areaByAnyCode(code)?.code ?? alias?.area;
    if (area !== undefined) return { value: area, repairs };
    return alias === undefined ? undefined : { skipped: alias };
  };

  const nearest = (text: string): string | undefined => {
    const key = foldName(text);
    if (key.length < 3 || suggested.size >= MOST_SUGGESTED) return suggested.get(key);
    if (!suggested.has(key)) {
      const code =
        key.length === 3 ? undefined : names.folded.get(nearestWord(key, names.folded.keys()) ?? '');
      const word =
        key.length === 3
          ? nearestWord(key, nameOf.keys())
          : code === undefined
            ? code
            : (nameOf.get(code) ?? code);
      suggested.set(key, word);
    }
    return suggested.get(key);
  };

  const byName = (text: string, format: AreaFormat): AreaReading | undefined => {
    const meaning = names.meaningOf(text);
    if (meaning === undefined) return undefined;
    if ('aggregate' in meaning) return { skipped: region(text) };
    if ('unlisted' in meaning)
      return { skipped: { alias: text, reason: 'has no code in the lists of today' } };
    if ('area' in meaning) {
      return format.hasRegions && REGIONS_TOO.has(foldName(text))
        ? { skipped: region(text) }
        : { value: meaning.area, repairs: ownNames.has(foldName(text)) ? NO_REPAIRS : ['area_by_name'] };
    }
    return oneOf(meaning, format, nameOf);
  };

  const contradict = (code: string, name: string): boolean => {
    const coded = byCode(foldCell(code).text);
    const named = names.meaningOf(name);
    if (coded === undefined || !('value' in coded) || named === undefined) return false;
    if ('aggregate' in named || 'unlisted' in named) return true;
    return 'area' in named ? named.area !== coded.value : !named.areas.includes(coded.value);
  };

  /** A cell with a name and its code: `Kenya (KEN)`, `KEN - Kenya`. */
  const byBoth = (text: string): Read<string> | undefined => {
    const { name = '', code = '' } = (NAME_AND_CODE.exec(text) ?? CODE_AND_NAME.exec(text))?.groups ?? {};
    const coded = code === '' ? undefined : byCode(code);
    const isBoth = coded !== undefined && 'value' in coded && names.meaningOf(name) !== undefined;
    return isBoth && !contradict(code, name) ? { value: coded.value, repairs: ['area_spelling'] } : undefined;
  };

  return {
    contradict,
    read: (cell, format = PLAIN_AREAS) => {
      const { text, repairs } = foldCell(cell);
      if (text === '' || (text === 'NA' && !format.naIsNamibia)) return fault('missing_country');
      if (text.length > LONGEST) return fault('unknown_area', suggestionParams(undefined));
      const strangers = /^\d{1,3}$/.test(text)
        ? format.numbers
        : /^[a-z]{2}$/i.test(text) && format.twoLetters;
      if (strangers === 'of_another_list') return fault('area_codes_of_another_list', { code: text });
      const bare = text.replace(FOOTNOTE, '').trim() || text;
      const reading =
        byCode(text) ?? (bare === text ? undefined : byCode(bare)) ?? byName(bare, format) ?? byBoth(text);
      if (reading === undefined) return fault('unknown_area', suggestionParams(nearest(bare)));
      return withRepairs(reading, bare === text ? repairs : [...repairs, 'footnote_mark_dropped']);
    },
  };
}

/** A name that several areas share: the file may tell which by naming the others in full. */
function oneOf(
  { areas, usual }: Extract<NameMeaning, { areas: readonly string[] }>,
  { named }: AreaFormat,
  nameOf: ReadonlyMap<string, string>,
): AreaReading {
  if (usual !== undefined && areas.every((area) => area === usual || named.has(area))) {
    return { value: usual, repairs: ['area_told_by_the_file'] };
  }
  const choices = areas.map((area) => `${nameOf.get(area) ?? area} (${area})`).join(', ');
  return fault('area_ambiguous', { choices });
}

function region(name: string): AreaAlias {
  return { alias: name, reason: 'a region or a group of countries, not one country' };
}

function withRepairs(reading: AreaReading, repairs: Read<string>['repairs']): AreaReading {
  if (!('value' in reading) || repairs.length === 0) return reading;
  return { value: reading.value, repairs: [...repairs, ...reading.repairs] };
}
