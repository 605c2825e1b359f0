import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn } from '../../catalogue/text-in.js';
import type { Language } from '../../language/language.js';
import type { ReportSources } from '../../reports/report-sources.js';
import type { Release } from '../../scoring/releases/release.js';
import {
  EU,
  CC_BY,
  EARTH,
  CSV_FILE,
  ZIP_FILE,
  JSON_FILE,
  distribution,
  publisherId,
  serviceId,
  publisher,
  licence,
  rights,
  languagesTold,
  inEveryLanguage,
  said,
  moment,
} from './dcat-parts.js';

/** What the catalogue is made from. */
export interface CatalogueSources {
  readonly sources: ReportSources;
  /** The published ones. */
  readonly releases: readonly Release[];
  /** Where readers reach this installation, without a slash at the end. */
  readonly base: string;
  /** When the figures changed last; absent before the first. */
  readonly modified: Date | undefined;
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/**
 * The data of this installation as portals read it, in every language. Sources: DCAT 3; DCAT-AP 3.0, with its
 * controlled vocabularies.
 */
export function dataCatalogue(from: CatalogueSources): object {
  const { base, modified } = from;
  const current = `${base}/catalog.jsonld#current`;
  return {
    '@context': CONTEXT,
    '@id': `${base}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': said('catalog.title', frameworkNamed(from)),
    'dct:description': said('catalog.about'),
    'dct:publisher': publisher(base),
    'dct:language': languagesTold(),
    'dct:license': { '@id': CC_BY },
    'dct:spatial': { '@id': EARTH, '@type': 'dct:Location' },
    'foaf:homepage': { '@id': `${base}/`, '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': { '@id': `${EU}/data-theme` },
    ...(modified === undefined ? {} : { 'dct:modified': moment(modified) }),
    'dcat:dataset': [
      currentDataset(from, current),
      ...from.releases.map((release) => releaseDataset(release, from, current)),
    ],
    'dcat:service': [service(from, 'api', current), service(from, 'sdmx', current)],
  };
}

function currentDataset(from: CatalogueSources, id: string): object {
  const { base, modified, sources } = from;
  const { board } = sources;
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:title': said('catalog.current', frameworkNamed(from)),
    'dct:description': said('catalog.currentAbout'),
    ...common(from, board.firstYear, board.asOfYear),
    'dct:identifier': id,
    'dct:accrualPeriodicity': { '@id': `${EU}/frequency/IRREG`, '@type': 'dct:Frequency' },
    ...(modified === undefined ? {} : { 'dct:modified': moment(modified) }),
    'dcat:landingPage': { '@id': `${base}/en`, '@type': 'foaf:Document' },
    'dcat:distribution': [
      {
        ...distribution(`${id}-figures`, 'catalog.figures', `${base}/api/v1/observations.csv`, CSV_FILE),
        'dct:rights': rights(),
        'dcat:accessService': { '@id': serviceId(base, 'api') },
      },
      {
        ...distribution(`${id}-scores`, 'catalog.scores', `${base}/api/v1/scores.csv`, CSV_FILE),
        'dct:license': licence(),
        'dcat:accessService': { '@id': serviceId(base, 'api') },
      },
      {
        ...distribution(`${id}-sdmx`, 'catalog.sdmx', `${base}/sdmx/v2/structure/dataflow`),
        'dct:rights': rights(),
        'dcat:accessService': { '@id': serviceId(base, 'sdmx') },
      },
    ],
  };
}

function releaseDataset(release: Release, from: CatalogueSources, current: string): object {
  const { base, sources } = from;
  const { id, date, publishedAt } = release;
  const address = `${base}/api/v1/releases/${id}`;
  return {
    '@id': address,
    '@type': 'dcat:Dataset',
    'dct:title': said('catalog.release', (language) => ({ ...frameworkNamed(from)(language), id })),
    'dct:description': said('catalog.releaseAbout', () => ({ date })),
    ...common(from, sources.board.firstYear, Number(release.edition) || sources.board.asOfYear),
    'dct:identifier': address,
    'dcat:version': id,
    'dcat:isVersionOf': { '@id': current },
    'dct:accrualPeriodicity': { '@id': `${EU}/frequency/NEVER`, '@type': 'dct:Frequency' },
    ...(publishedAt === undefined ? {} : { 'dct:issued': moment(publishedAt) }),
    'dcat:landingPage': { '@id': `${base}/en/releases/${id}`, '@type': 'foaf:Document' },
    'dcat:distribution': [
      {
        ...distribution(`${address}#package`, 'catalog.package', `${address}/package.zip`, ZIP_FILE),
        'dcat:downloadURL': { '@id': `${address}/package.zip` },
        'dct:rights': rights(),
      },
      {
        ...distribution(`${address}#manifest`, 'catalog.manifest', `${address}/manifest.json`, JSON_FILE),
        'dcat:downloadURL': { '@id': `${address}/manifest.json` },
        'dct:license': licence(),
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': { '@value': release.manifestSha256, '@type': 'xsd:hexBinary' },
        },
      },
    ],
  };
}

function frameworkNamed({ sources }: CatalogueSources) {
  return (language: Language): { readonly framework: string } => ({
    framework: frameworkIn(sources.lookUp.catalogue, language).name,
  });
}

/** What all data sets have in common. */
function common({ base, sources }: CatalogueSources, first: number, last: number): object {
  const { catalogue } = sources.lookUp;
  return {
    'dct:publisher': { '@id': publisherId(base) },
    'dcat:theme': ['TECH', 'GOVE'].map((theme) => ({ '@id': `${EU}/data-theme/${theme}` })),
    'dcat:keyword': catalogue.issues.flatMap(({ code }) =>
      inEveryLanguage((language) => nameIn(catalogue, language, 'issue', code)),
    ),
    'dct:language': languagesTold(),
    'dct:spatial': { '@id': EARTH, '@type': 'dct:Location' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': `${String(first)}-01-01`, '@type': 'xsd:date' },
      'dcat:endDate': { '@value': `${String(last)}-12-31`, '@type': 'xsd:date' },
    },
    'dct:accessRights': { '@id': `${EU}/access-right/PUBLIC`, '@type': 'dct:RightsStatement' },
  };
}

function service({ base }: CatalogueSources, kind: 'api' | 'sdmx', current: string): object {
  const endpoint = kind === 'api' ? `${base}/api/v1` : `${base}/sdmx/v2`;
  const description = kind === 'api' ? `${base}/api/v1/openapi.json` : `${base}/sdmx/v2/structure`;
  return {
    '@id': serviceId(base, kind),
    '@type': 'dcat:DataService',
    'dct:title': said(`catalog.${kind}`),
    'dcat:endpointURL': { '@id': endpoint },
    'dcat:endpointDescription': { '@id': description },
    'dcat:servesDataset': { '@id': current },
    'dct:accessRights': { '@id': `${EU}/access-right/PUBLIC`, '@type': 'dct:RightsStatement' },
  };
}
