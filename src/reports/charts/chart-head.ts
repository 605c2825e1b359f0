import type { ChartWords } from '../../charts/chart-words.js';
import { direction, type Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { ReportHead } from '../report.js';

/** Language and direction of a chart's words. */
export function spokenIn(language: Language): Pick<ChartWords, 'language' | 'direction'> {
  return { language, direction: direction(language) };
}

/** Which edition, method and year the figures are of. */
export function editionNote(
  { edition, methodVersion, asOfYear }: Pick<ReportHead, 'edition' | 'methodVersion' | 'asOfYear'>,
  language: Language,
): string {
  return translate(language, 'chart.note.edition', { edition, method: methodVersion, year: asOfYear });
}

/** Phrases as one enumeration of facts. */
export function inARow(phrases: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(phrases);
}
