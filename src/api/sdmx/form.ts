import { Problem } from '../../platform/problem.js';
import type { CsvOptions } from '../../reports/sdmx/data-csv.js';

/** The form of an answer, with the media type that says so. */
export type Form =
  | { readonly kind: 'json'; readonly mediaType: string }
  | { readonly kind: 'csv'; readonly mediaType: string; readonly options: CsvOptions };

const JSON_OF = {
  data: 'application/vnd.sdmx.data+json',
  structure: 'application/vnd.sdmx.structure+json',
} as const;
const CSV = 'application/vnd.sdmx.data+csv';
const PLAIN: CsvOptions = { labels: 'id', keys: 'none' };

/** Short names of forms, as other services have them. */
const SHORT: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsondata: JSON_OF.data,
  jsonstructure: JSON_OF.structure,
  'sdmx-json': 'application/json',
  csv: CSV,
  csvdata: CSV,
  csvfile: CSV,
  csvfilewithlabels: `${CSV};labels=both`,
  'sdmx-csv': CSV,
};

interface Wish {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly weight: number;
}

/**
 * The form to answer in: the one of `?format=`, else what the Accept header likes best. Versions of SDMX 3.0 alone are
 * written. Source: SDMX REST API 2, content negotiation.
 * @throws Problem `not_acceptable`
 */
export function chooseForm(
  of: 'data' | 'structure',
  accept: string | undefined,
  format: string | undefined,
): Form {
  const liked = accept === undefined || accept.trim() === '' ? '*/*' : accept;
  const wanted = format === undefined ? liked : (SHORT[format] ?? format);
  const wishes = wanted
    .split(',')
    .map(readWish)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const wish of wishes) {
    const form = formOf(of, wish);
    if (form !== undefined) return form;
  }
  const allowed = [JSON_OF[of], ...(of === 'data' ? [CSV] : [])];
  throw new Problem('not_acceptable', 406, {
    accept: wanted,
    allowed: allowed.map((type) => `${type};version=2.0.0`).join(', '),
  });
}

function readWish(text: string): Wish {
  const [type = '', ...rest] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const parameters = Object.fromEntries(rest.map((one) => one.split('=') as [string, string]));
  const weight = Number(parameters['q'] ?? '1');
  return { type, parameters, weight: Number.isFinite(weight) ? weight : 0 };
}

/** `2.0.0`, less exactly, or that and whatever came after it. Source: SDMX 3.0, section 6: semantic versioning. */
const VERSION = /^2(\.0){0,2}\+?$|^2\+(\.0){1,2}$|^2\.0\+\.0$/;

function formOf(of: 'data' | 'structure', { type, parameters }: Wish): Form | undefined {
  if (!VERSION.test(parameters['version'] ?? '2.0.0')) return undefined;
  if (['*/*', 'application/*', 'application/json', JSON_OF[of]].includes(type)) {
    return { kind: 'json', mediaType: `${JSON_OF[of]};version=2.0.0` };
  }
  if (of === 'structure' || ![CSV, 'text/csv', 'text/*'].includes(type)) return undefined;
  const options = csvOptions(parameters);
  return (
    options && {
      kind: 'csv',
      options,
      mediaType: `${CSV};version=2.0.0;labels=${options.labels};keys=${options.keys};charset=utf-8`,
    }
  );
}

/** All periods are years: they read the same as they are and normalised. */
function csvOptions(parameters: Readonly<Record<string, string>>): CsvOptions | undefined {
  const {
    labels = PLAIN.labels,
    keys = parameters['key'] ?? PLAIN.keys,
    timeformat = 'original',
  } = parameters;
  const isKnown =
    ['id', 'name', 'both'].includes(labels) &&
    ['none', 'obs', 'series', 'both'].includes(keys) &&
    ['original', 'normalized'].includes(timeformat);
  return isKnown ? ({ labels, keys } as CsvOptions) : undefined;
}
