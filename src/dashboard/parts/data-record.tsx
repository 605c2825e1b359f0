import type { JSX } from 'preact';
import type { Frame } from '../layout.js';

/** What search engines for data are told of a page; of one that shows an earlier state, nothing. */
export interface DataRecordProps {
  readonly frame: Frame;
  readonly name: string;
  readonly description: string;
  /** The data, below /api/v1, without suffix. */
  readonly api: string;
  /** Its files below that, with their media types; absent: it comes as JSON and CSV. */
  readonly files?: Readonly<Record<string, string>>;
  /** Name of the place it is about; the world when absent. */
  readonly place?: string;
}

const FORMS = { '.json': 'application/json', '.csv': 'text/csv' };
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * The data of a page as a record that machines read; nothing of it runs or is shown. Addresses are relative to the page.
 * Sources: schema.org, Dataset; JSON-LD 1.1, embedding in HTML documents.
 */
export function DataRecord({
  frame,
  name,
  description,
  api,
  files = FORMS,
  place,
}: DataRecordProps): JSX.Element | null {
  const { words, method, revision, moment } = frame;
  if (moment?.release !== undefined || moment?.asOf !== undefined) return null;
  const maker = { '@type': 'Organization', name: words.t('site.name'), url: '/' };
  const record = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name,
    description,
    inLanguage: words.language,
    url: '',
    version: `${method.edition}.${String(revision)}`,
    creator: maker,
    publisher: maker,
    license: CC_BY,
    conditionsOfAccess: words.t('catalog.rights'),
    isAccessibleForFree: true,
    temporalCoverage: `${String(method.firstYear)}/${String(method.asOfYear)}`,
    ...(place === undefined ? {} : { spatialCoverage: { '@type': 'Place', name: place } }),
    citation: words.t('dataset.citation', {
      name,
      site: words.t('site.name'),
      edition: method.edition,
      revision: String(revision),
    }),
    distribution: Object.entries(files).map(([file, encodingFormat]) => ({
      '@type': 'DataDownload',
      contentUrl: `/api/v1/${api}${file}`,
      encodingFormat,
    })),
    includedInDataCatalog: { '@type': 'DataCatalog', url: '/catalog.jsonld' },
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(record) }} />;
}

/** JSON in which nothing ends the element it stands in. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
