import type { FastifyRequest } from 'fastify';
import type { ReportMoment } from '../reports/report-moment.js';

/** Pages, by the first part of their address below the language, that tell earlier states too. */
const DATED = [
  'countries',
  'issues',
  'wsis',
  'sdgs',
  'indicators',
  'principles',
  'goals',
  'objectives',
  'regions',
  'commitments',
  'communities',
  'compare',
  'participation',
  'search',
  'embed',
  'method',
];
/** So does what the API has of them. */
const DATED_API = [
  'reports',
  'charts',
  'scores',
  'group-scores',
  'comparisons',
  'observations',
  'wsis',
  'sdgs',
];

const PAGES = `/[a-z]{2,3}(?:/(?:(?:${DATED.join('|')})(?:[/.][^"?#]*)?)?)?`;
const RESOURCES = `/api/v1/(?:${DATED_API.join('|')})(?:[/.][^"?#]*)?`;
const IS_DATED = new RegExp(`^${PAGES}$`);
/** An attribute that leads to one of them: the address, its query, its place. */
const LINK = new RegExp(`( (?:href|src|srcset)=")(${PAGES}|${RESOURCES})(\\?[^"#]*)?(#[^"]*)?"`, 'g');
const ASKING_FORM = /<form\b[^>]* method="get"[^>]*>/g;

/** The state that a page is asked for; none where its address has but one. */
export function askedMoment({ url, query }: Pick<FastifyRequest, 'url' | 'query'>): ReportMoment {
  if (!IS_DATED.test(url.split(/[?#]/)[0] ?? '')) return {};
  const { release, asOf } = query as Readonly<Record<string, unknown>>;
  return { release: wordOf(release), asOf: wordOf(asOf) };
}

/** As the query of an address; empty for the present state. */
export function momentQuery(moment: ReportMoment): string {
  const asked = parameterOf(moment);
  return asked === undefined ? '' : `?${asked.name}=${encodeURIComponent(asked.value)}`;
}

/** A written page whose links, pictures and questions stay with the moment. @param html as the renderer writes it */
export function keepMoment(html: string, moment: ReportMoment): string {
  const asked = parameterOf(moment);
  if (asked === undefined) return html;
  const said = momentQuery(moment).slice(1);
  const field = `<input type="hidden" name="${asked.name}" value="${escaped(asked.value)}"/>`;
  return html
    .replace(
      LINK,
      (_link, start: string, path: string, query = '', place = '') =>
        `${start}${path}${query === '' ? '?' : `${String(query)}&amp;`}${said}${String(place)}"`,
    )
    .replace(ASKING_FORM, (form) => form + field);
}

interface Parameter {
  readonly name: string;
  readonly value: string;
}

function parameterOf({ release, asOf }: ReportMoment): Parameter | undefined {
  if (release !== undefined) return { name: 'release', value: release };
  return asOf === undefined ? undefined : { name: 'asOf', value: asOf };
}

/** Of a parameter that is given several times, the first; an empty one says nothing. */
function wordOf(given: unknown): string | undefined {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'string' && first !== '' ? first : undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
