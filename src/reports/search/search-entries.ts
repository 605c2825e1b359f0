import type { Area, Catalogue, NamedKind } from '../../catalogue/catalogue.js';
import { AGENDA_PREFIX, agendasOf, viewsOf, type ViewKind } from '../../catalogue/views.js';
import { nameIn } from '../../catalogue/name-in.js';
import type { Community } from '../../communities/community.js';
import { areaName } from '../../language/area-name.js';
import { languages, sourceLanguage } from '../../language/language.js';
import { messages } from '../../language/messages.js';
import { translate } from '../../language/translate.js';
import { areaSpellings } from '../../submissions/reading/area-names.js';
import type { MethodChapter } from '../method-chapter.js';
import type { SearchEntry, SearchKind, SpelledName } from './search-entry.js';

/** Pages that stand for themselves, by their paths: what the head and the foot of each page lead to, and call so. */
const MAIN_PAGES = 'countries compare issues indicators commitments communities contribute'.split(' ');
const SERVICE_PAGES = ['about', 'method', 'glossary', 'releases', 'accessibility', 'conduct'];

/** All that can be found: things of the catalogue, communities, terms, rules of the method, and pages. */
export function searchEntries(
  catalogue: Catalogue,
  communities: readonly Community[],
  chapters: readonly MethodChapter[],
): readonly SearchEntry[] {
  return [
    ...catalogue.areas.filter(({ scored }) => scored).map((area) => country(area, catalogue)),
    ...catalogue.groups.map(({ code }) => named('region', 'group', code, ['regions', code], catalogue)),
    ...catalogue.principles.map(({ code }) =>
      named('principle', 'principle', code, ['principles', code], catalogue),
    ),
    ...catalogue.goals.map(({ code }) => named('goal', 'goal', code, ['goals', code], catalogue)),
    ...viewsOf(catalogue).map(({ kind, code }) => view(kind, code, catalogue)),
    ...catalogue.indicators.map(({ code, series, sdg }) =>
      named('indicator', 'indicator', code, ['indicators', code], catalogue, [
        ...catalogue.seriesAliases.flatMap(({ alias, indicator }) => (indicator === code ? [alias] : [])),
        ...[series, ...sdg].filter((text) => text !== ''),
      ]),
    ),
    ...catalogue.objectives.map(({ code }) =>
      named('objective', 'objective', code, ['objectives', code], catalogue),
    ),
    ...catalogue.commitments.map(({ id, paragraph }) =>
      named('commitment', 'commitment', id, ['commitments', id], catalogue, [paragraph]),
    ),
    ...communities.filter(({ hidden }) => !hidden).map(community),
    ...chapters.map(chapter),
    ...terms(),
    ...MAIN_PAGES.map((path) => page(path, `nav.${path}`)),
    ...agendasOf(catalogue).map((kind) => page(VIEW_PAGES[kind], `views.${kind}.title`)),
    ...SERVICE_PAGES.map((path) => page(path, `footer.link.${path}`)),
  ];
}

function country(area: Area, { areaAliases }: Catalogue): SearchEntry {
  const codes = areaAliases.flatMap(({ alias, area: meant }) => (meant === area.code ? [alias] : []));
  return {
    kind: 'country',
    code: area.code,
    name: (language) => areaName(language, area),
    spellings: [
      ...languages.map((language) => ({ text: areaName(language, area), language })),
      ...areaSpellings(area).map(({ name, language }) => ({ text: name, language })),
      ...[area.code, area.iso2, area.m49, ...codes].map((text) => ({ text })),
    ],
    page: ['countries', area.code],
  };
}

function named(
  kind: SearchKind,
  namedKind: NamedKind,
  code: string,
  pagePath: readonly string[],
  catalogue: Catalogue,
  others: readonly string[] = [],
): SearchEntry {
  return {
    kind,
    code,
    name: (language) => nameIn(catalogue, language, namedKind, code),
    spellings: [
      ...inEachLanguage((language) => nameIn(catalogue, language, namedKind, code)),
      ...[code, ...others].map((text) => ({ text })),
    ],
    page: pagePath,
  };
}

const VIEW_PAGES: Readonly<Record<ViewKind, string>> = {
  issue: 'issues',
  action_line: 'wsis',
  sdg_target: 'sdgs',
};

/** Those of other agendas are found by what their documents call them, too: C5, SDG 9.1. */
function view(kind: ViewKind, code: string, catalogue: Catalogue): SearchEntry {
  const others = kind === 'issue' ? [] : [code.replace('-', ' '), code.slice(AGENDA_PREFIX[kind].length)];
  return named(kind, kind, code, [VIEW_PAGES[kind], code], catalogue, others);
}

function community({ code, name, acronym }: Community): SearchEntry {
  const texts = [name, ...(acronym === undefined ? [] : [acronym]), code];
  return {
    kind: 'community',
    code,
    name: () => name,
    spellings: texts.map((text) => ({ text })),
    page: ['communities', code],
  };
}

function chapter({ code, title }: MethodChapter): SearchEntry {
  const spellings = [{ text: title, language: sourceLanguage }, { text: code }];
  return { kind: 'method', code, name: () => title, spellings, page: ['method', code] };
}

/** Terms are what has an explanation. */
function terms(): readonly SearchEntry[] {
  const keys = [...(messages.get(sourceLanguage)?.keys() ?? [])];
  const ids = keys.flatMap((key) => /^term\.([^.]+)\.says$/.exec(key)?.[1] ?? []);
  return ids.map((id) => ({ ...messageNamed('term', id, `term.${id}`), page: ['glossary'], fragment: id }));
}

function page(path: string, name: string): SearchEntry {
  return { ...messageNamed('page', path, name), page: [path] };
}

function messageNamed(
  kind: SearchKind,
  code: string,
  key: string,
): Pick<SearchEntry, 'kind' | 'code' | 'name' | 'spellings'> {
  const spellings = inEachLanguage((language) => translate(language, key));
  return { kind, code, name: (language) => translate(language, key), spellings };
}

/** A name that a language borrows from English stands once. */
function inEachLanguage(nameOf: (language: string) => string): readonly SpelledName[] {
  const english = nameOf(sourceLanguage);
  return languages
    .map((language) => ({ text: nameOf(language), language }))
    .filter(({ text, language }) => language === sourceLanguage || text !== english);
}
