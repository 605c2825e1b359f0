import type { Area } from '../catalogue/catalogue.js';
import { languages, type Language } from '../language/language.js';
import { translate } from '../language/translate.js';
import { requireFound } from '../platform/require-found.js';
import type { ReportSources } from '../reports/report-sources.js';

/** @param codes may be `all` @throws Problem `language_not_found` */
export function askedLanguages(codes: readonly string[]): readonly Language[] {
  if (codes.includes('all')) return languages;
  return codes.map((code) =>
    requireFound(
      languages.find((known) => known === code),
      'language_not_found',
      code,
      languages,
    ),
  );
}

/** Countries with a page. @param codes absent: all of them @throws Problem `area_not_found` */
export function askedCountries(
  codes: readonly string[] | undefined,
  { lookUp: { scoredAreas } }: ReportSources,
): readonly Area[] {
  const known = scoredAreas.map(({ code }) => code);
  return (codes ?? known).map((code) =>
    requireFound(
      scoredAreas.find((area) => area.code === code),
      'area_not_found',
      code,
      known,
    ),
  );
}

const BAR = 20;

/** Says after each file how many of them are there. */
export function tellingProgress(
  count: number,
  tell: (line: string) => void,
): (done: number, last: { readonly file: string }) => void {
  return (done, { file }) => {
    const bar = '█'.repeat(Math.round((done / count) * BAR)).padEnd(BAR, '░');
    tell(translate('en', 'command.briefs.progress', { done, count, bar, file }));
  };
}

/** All together, in thousands of bytes. */
export function kilobytes(made: readonly { readonly bytes: number }[]): number {
  return Math.ceil(made.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000);
}
