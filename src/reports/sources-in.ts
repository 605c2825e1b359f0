import { lookUpIn } from '../catalogue/catalogue-in.js';
import { sourceLanguage, type Language } from '../language/language.js';
import type { ReportSources } from './report-sources.js';

const translated = new WeakMap<ReportSources, Map<Language, ReportSources>>();

/** What reports are made from, with the names of what is measured in a language; the same value for the same sources. */
export function sourcesIn(sources: ReportSources, language: Language): ReportSources {
  if (language === sourceLanguage) return sources;
  const known = translated.get(sources) ?? new Map<Language, ReportSources>();
  translated.set(sources, known);
  const inLanguage = known.get(language) ?? { ...sources, lookUp: lookUpIn(sources.lookUp, language) };
  known.set(language, inLanguage);
  return inLanguage;
}
