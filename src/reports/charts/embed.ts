import type { Language } from '../../language/language.js';
import type { ReportMoment } from '../report-moment.js';
import { ADDRESSED_CHARTS, type AddressedChart, type ChartQuestion } from './chart-question.js';

/** A chart that other sites show in a frame. */
export interface Embedded {
  readonly question: ChartQuestion;
  readonly language: Language;
  readonly moment: ReportMoment;
}

/** CSS pixels that a frame is given by its site, unless that says otherwise. */
export const EMBED_WIDTH = 720;
const HEIGHTS: Readonly<Record<AddressedChart, number>> = {
  trend: 640,
  profile: 520,
  distribution: 520,
  status: 560,
  map: 640,
};

export function embedHeight({ chart }: ChartQuestion): number {
  return HEIGHTS[chart];
}

/** The parameters that say which chart, in the order of addresses. */
export function chartParameters({ area, areas = [], node, year }: ChartQuestion): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const one of area === undefined ? areas : [area]) parameters.append('area', one);
  if (node !== undefined) parameters.append('node', node);
  if (year !== undefined) parameters.append('year', String(year));
  return parameters;
}

/** Path and query of the page that a frame shows. */
export function embedPath({ question, language, moment: { release, asOf } }: Embedded): string {
  const parameters = chartParameters(question);
  if (release !== undefined) parameters.append('release', release);
  else if (asOf !== undefined) parameters.append('asOf', asOf);
  return `/${language}/embed/${question.chart}?${parameters.toString()}`;
}

/** What to copy into a page that shall show the chart. @param base address of this installation */
export function frameCode(
  embedded: Embedded,
  title: string,
  base: string,
  {
    width = '100%',
    height = embedHeight(embedded.question),
  }: { width?: number | string; height?: number } = {},
): string {
  return (
    `<iframe src="${escaped(base + embedPath(embedded))}" title="${escaped(title)}" width="${String(width)}"` +
    ` height="${String(height)}" style="border:0" loading="lazy"></iframe>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

const EMBED_PAGE = new RegExp(`^/([a-z]{2,3})/embed/(${ADDRESSED_CHARTS.join('|')})$`);
const COUNTRY_PAGE = /^\/([a-z]{2,3})\/countries\/([^/]+)$/;
const NODE_PAGE =
  /^\/([a-z]{2,3})\/(?:indicators|issues|wsis|sdgs|principles|goals|objectives|commitments)\/([^/]+)$/;

/**
 * The chart that stands for a page of ours in a frame: of an embed page its own; of a country its profile, or the
 * indicator it shows; of an indicator or node where all countries stand. `undefined`: none does.
 */
export function embeddedOf(url: URL): Embedded | undefined {
  const one = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const moment = { release: one('release'), asOf: one('asOf') };
  const embedPage = EMBED_PAGE.exec(url.pathname);
  if (embedPage !== null) {
    const [, language = '', chart] = embedPage;
    return { question: questionOf(chart as AddressedChart, url.searchParams), language, moment };
  }
  const [, language, last = ''] = COUNTRY_PAGE.exec(url.pathname) ?? NODE_PAGE.exec(url.pathname) ?? [];
  if (language === undefined) return undefined;
  const code = decoded(last);
  const indicator = one('indicator');
  if (!COUNTRY_PAGE.test(url.pathname))
    return { question: { chart: 'distribution', node: code }, language, moment };
  if (indicator === undefined) return { question: { chart: 'profile', area: code }, language, moment };
  return { question: { chart: 'trend', area: code, node: indicator }, language, moment };
}

/** @param parameters of an embed page */
export function questionOf(chart: AddressedChart, parameters: URLSearchParams): ChartQuestion {
  const area = parameters.getAll('area').flatMap((codes) => codes.split(','));
  const node = parameters.get('node') ?? undefined;
  const year = parameters.get('year') ?? undefined;
  const which = chart === 'distribution' ? { areas: area } : { area: area[0] };
  return { chart, ...which, node, ...(year !== undefined && /^\d{4}$/.test(year) && { year: Number(year) }) };
}

/** A part of a path; as it stands when it cannot be decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
