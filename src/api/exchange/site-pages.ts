import { agendasOf, type AgendaKind } from '../../catalogue/views.js';
import { languages } from '../../language/language.js';
import type { ReportSources } from '../../reports/report-sources.js';
import type { Release } from '../../scoring/releases/release.js';
import type { Route } from '../edge/route-table.js';

/** Families of pages: the address as declared, below the language, with what stands for its part. */
type Families = Readonly<Record<string, readonly string[]>>;

/**
 * Paths below a language of all pages that everybody may find, each once. Only those that the web server has.
 * @param routes of the web server
 */
export function sitePages(
  { lookUp: { catalogue, scoredAreas }, communities }: ReportSources,
  releases: readonly Release[],
  chapters: readonly string[],
  routes: readonly Route[],
): readonly string[] {
  const codes = (things: readonly { readonly code: string }[]): readonly string[] =>
    things.map(({ code }) => code);
  const agendas: ReadonlySet<AgendaKind> = new Set(agendasOf(catalogue));
  const families: Families = {
    '': [''],
    countries: [''],
    'countries/:iso3': codes(scoredAreas),
    'countries/:iso3/letter': codes(scoredAreas),
    issues: [''],
    'issues/:code': codes(catalogue.issues),
    wsis: agendas.has('action_line') ? [''] : [],
    'wsis/:code': codes(catalogue.actionLines ?? []),
    sdgs: agendas.has('sdg_target') ? [''] : [],
    'sdgs/:code': codes(catalogue.sdgTargets ?? []),
    indicators: [''],
    'indicators/:code': codes(catalogue.indicators),
    'principles/:code': codes(catalogue.principles),
    'goals/:code': codes(catalogue.goals),
    'objectives/:code': codes(catalogue.objectives),
    commitments: [''],
    'commitments/:id': catalogue.commitments.map(({ id }) => id),
    'regions/:code': codes(catalogue.groups),
    compare: [''],
    participation: [''],
    communities: [''],
    'communities/:code': [...communities.keys()],
    releases: [''],
    'releases/:id': releases.map(({ id }) => id),
    method: [''],
    'method/:code': chapters,
    contribute: [''],
    assess: [''],
    about: [''],
    accessibility: [''],
    conduct: [''],
    moderation: [''],
    glossary: [''],
  };
  const known = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => nameless(path)));
  return Object.entries(families).flatMap(([path, parts]) => {
    const address = path === '' ? '' : `/${path}`;
    const isThere = languages.every((language) => known.has(nameless(`/${language}${address}`)));
    return isThere ? parts.map((part) => address.replace(/:\w+/, encodeURIComponent(part))) : [];
  });
}

/** An address as declared, whatever its parts are called. */
function nameless(path: string): string {
  return path.replace(/(.)\/$/, '$1').replaceAll(/:\w+/g, ':');
}
