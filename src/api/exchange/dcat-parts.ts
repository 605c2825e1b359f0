import { languages, type Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';

export const EU = 'http://publications.europa.eu/resource/authority';
/** Languages by the three letters of the European vocabulary. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ ar: 'ARA', en: 'ENG', es: 'SPA', fr: 'FRA', ru: 'RUS', zh: 'ZHO' },
};
export const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
export const EARTH = 'http://sws.geonames.org/6295630/';

interface FileForm {
  readonly mediaType: string;
  /** Of the European vocabulary. */
  readonly type: string;
}
export const CSV_FILE: FileForm = { mediaType: 'text/csv', type: 'CSV' };
export const ZIP_FILE: FileForm = { mediaType: 'application/zip', type: 'ZIP' };
export const JSON_FILE: FileForm = { mediaType: 'application/json', type: 'JSON' };

export function distribution(id: string, key: string, address: string, form?: FileForm): object {
  return {
    '@id': id,
    '@type': 'dcat:Distribution',
    'dct:title': said(key),
    'dcat:accessURL': { '@id': address },
    ...(form === undefined
      ? {}
      : {
          'dcat:mediaType': {
            '@id': `https://www.iana.org/assignments/media-types/${form.mediaType}`,
            '@type': 'dct:MediaType',
          },
          'dct:format': { '@id': `${EU}/file-type/${form.type}`, '@type': 'dct:MediaTypeOrExtent' },
        }),
  };
}

export function publisherId(base: string): string {
  return `${base}/#publisher`;
}

export function serviceId(base: string, kind: string): string {
  return `${base}/catalog.jsonld#${kind}`;
}

export function publisher(base: string): object {
  return {
    '@id': publisherId(base),
    '@type': 'foaf:Agent',
    'foaf:name': languages.map((language) => ({
      '@value': translate(language, 'site.name'),
      '@language': language,
    })),
    'foaf:homepage': { '@id': `${base}/` },
  };
}

export function licence(): object {
  return { '@id': CC_BY, '@type': 'dct:LicenseDocument' };
}

export function rights(): object {
  return { '@type': 'dct:RightsStatement', 'dct:description': said('catalog.rights') };
}

export function languagesTold(): readonly object[] {
  return languages.flatMap((language: Language) => {
    const letters = LANGUAGES[language];
    return letters === undefined
      ? []
      : { '@id': `${EU}/language/${letters}`, '@type': 'dct:LinguisticSystem' };
  });
}

/** A sentence in every language. @param params what it is filled with, where the words differ by language */
export function said(
  key: string,
  params?: (language: Language) => Readonly<Record<string, string>>,
): readonly object[] {
  return inEveryLanguage((language) => translate(language, key, params?.(language)));
}

export function inEveryLanguage(say: (language: Language) => string): readonly object[] {
  return languages.map((language) => ({ '@value': say(language), '@language': language }));
}

export function moment(date: Date): object {
  return { '@value': date.toISOString(), '@type': 'xsd:dateTime' };
}
