import countries from 'i18n-iso-countries';
import type { Area } from '../../catalogue/catalogue.js';
import { areaName } from '../../language/area-name.js';
import { AMBIGUOUS_NAMES, AREA_VARIANTS } from './area-variants.js';
import { foldName } from './fold-name.js';
import { AGGREGATE_NAMES, UNLISTED_NAMES } from './region-names.js';

/** As in "South Asia (IDA & IBRD)". */
const IN_BRACKETS = /\([^()]*\)$/;

/** What formal names put before or behind the short ones. */
const FORMAL_WORDS = new Set(
  (
    'republic kingdom principality sultanate commonwealth islamic federal federative république royaume principauté ' +
    'islamique fédérale república reino principado islámica республика королевство княжество جمهورية مملكة إمارة'
  )
    .split(' ')
    .map(foldName),
);
/** Areas whose name after "Republic of" was another's. */
const NOT_BY_FORMAL_NAME = new Set(['CHN', 'VNM']);

const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;

/** What a name may mean: one area, several, a region or group of areas, or a place or time that no list has. */
export type NameMeaning =
  | { readonly area: string }
  | { readonly areas: readonly string[]; readonly usual?: string }
  | { readonly aggregate: string }
  | { readonly unlisted: string };

/** Names by which areas are known in the six languages of the United Nations. */
export interface AreaNames {
  /** Case, accents, punctuation and the order of words do not count; `undefined`: no such name. */
  meaningOf(name: string): NameMeaning | undefined;
  /** All names as they are compared, e.g. to find the nearest to a misspelt one. */
  readonly folded: ReadonlyMap<string, string>;
}

const known = new WeakMap<readonly Area[], AreaNames>();

/** @param areas of the catalogue; names of others are not known */
export function areaNames(areas: readonly Area[]): AreaNames {
  const names = known.get(areas) ?? gatherNames(areas);
  known.set(areas, names);
  return names;
}

function gatherNames(areas: readonly Area[]): AreaNames {
  const codes = new Set(areas.map(({ code }) => code));
  const listed = gather(areas.flatMap((area) => listedNames(area).map((name) => [name, area.code] as const)));
  const own = gather(
    Object.entries(AREA_VARIANTS)
      .filter(([code]) => codes.has(code))
      .flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
  );
  const ambiguous = new Map(
    AMBIGUOUS_NAMES.map((entry) => ({ ...entry, areas: entry.areas.filter((code) => codes.has(code)) }))
      .filter((entry) => entry.areas.length > 1)
      .flatMap((entry) => entry.names.split('|').map((name) => [foldName(name), entry] as const)),
  );
  const aggregates = new Set(AGGREGATE_NAMES.split('|').map(foldName));
  const unlisted = new Set(UNLISTED_NAMES.split('|').map(foldName));
  const folded = new Map<string, string>();
  for (const [name, [code, ...others]] of [...listed, ...own]) {
    if (code !== undefined && others.length === 0 && !ambiguous.has(name)) folded.set(name, code);
  }
  return {
    folded,
    meaningOf: (name) => {
      const key = foldName(name);
      const shared = ambiguous.get(key);
      if (shared !== undefined) return shared;
      const meant = own.get(key) ?? listed.get(key);
      if (meant === undefined) {
        if (unlisted.has(key)) return { unlisted: name };
        const isAggregate = aggregates.has(key) || aggregates.has(foldName(name.replace(IN_BRACKETS, '')));
        return isAggregate ? { aggregate: name } : byShortName(key, own, listed);
      }
      const [only, ...others] = meant;
      return only !== undefined && others.length === 0 ? { area: only } : { areas: meant };
    },
  };
}

/** The area of a formal name, e.g. "Republic of Kenya", by what is left without its formal words. */
function byShortName(
  key: string,
  ...lists: readonly ReadonlyMap<string, readonly string[]>[]
): NameMeaning | undefined {
  const short = key
    .split(' ')
    .filter((word) => !FORMAL_WORDS.has(word))
    .join(' ');
  const [area, ...others] = short === key ? [] : (lists.find((list) => list.has(short))?.get(short) ?? []);
  const isSure = area !== undefined && others.length === 0 && !NOT_BY_FORMAL_NAME.has(area);
  return isSure ? { area } : undefined;
}

function listedNames(area: Area): readonly string[] {
  return [area.name, ...LANGUAGES.flatMap((language) => namesIn(language, area))];
}

/** A way to write the name of an area, and the language it is written in where one is known. */
export interface AreaSpelling {
  readonly name: string;
  readonly language?: string;
}

/** All names an area is known by, those of lists first. */
export function areaSpellings(area: Area): readonly AreaSpelling[] {
  const variants = AREA_VARIANTS[area.code]?.split('|') ?? [];
  return [
    ...LANGUAGES.flatMap((language) => namesIn(language, area).map((name) => ({ name, language }))),
    ...variants.map((name) => ({ name })),
  ];
}

function namesIn(language: string, area: Area): readonly string[] {
  const region = area.iso2.length === 2 ? area.iso2 : (countries.alpha3ToAlpha2(area.code) ?? '');
  if (region === '') return [];
  const listed = countries.getNames(language, { select: 'all' })[region] ?? [];
  return [...new Set([...listed, areaName(language, area), ...unicodeNames(language, region)])];
}

function unicodeNames(language: string, region: string): readonly string[] {
  return (['long', 'short'] as const).flatMap(
    (style) =>
      new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }).of(region) ?? [],
  );
}

/** The areas of each name, each once. */
function gather(names: readonly (readonly [name: string, code: string])[]): ReadonlyMap<string, string[]> {
  const gathered = new Map<string, string[]>();
  for (const [name, code] of names) {
    const key = foldName(name);
    if (key === '') continue;
    const areas = gathered.get(key) ?? [];
    if (!areas.includes(code)) areas.push(code);
    gathered.set(key, areas);
  }
  return gathered;
}
