import type { Indicator } from '../catalogue/catalogue.js';
import type { Language } from '../language/language.js';
import { printScore } from '../language/print-score.js';
import { printTerm } from '../language/print-value.js';
import { hasMessage, translate } from '../language/translate.js';
import type { ReadYear } from '../scoring/explanation/explain-value.js';
import type { IndicatorScore } from '../scoring/score.js';

/** How a level is computed, with the numbers filled in; undefined without a level. */
export function levelFormula(
  { goalposts, per, averageYears }: Indicator,
  { value, raw, level }: IndicatorScore,
  years: readonly ReadYear[],
  language: Language,
): string | undefined {
  if (value === undefined || raw === undefined || level === undefined) return undefined;
  const print = (number: number): string => printTerm(number, language);
  const [only] = years;
  const steps: string[] = [];
  if (per !== undefined && only?.population !== undefined && years.length === 1) {
    const { inhabitants } = only.population;
    const terms = { reported: print(only.reported), inhabitants: print(inhabitants), per: print(per) };
    steps.push(translate(language, 'formula.per', { ...terms, value: print(value) }));
  }
  if (averageYears > 1 && years.length > 1) {
    const terms = { values: years.map((year) => print(year.value)).join(' + '), count: years.length };
    steps.push(translate(language, 'formula.average', { ...terms, value: print(value) }));
  }
  const points = { value: print(value), raw: print(raw) };
  if (goalposts.kind === 'band') {
    const { low, high, zeroDistance } = goalposts;
    const posts = { low: print(low), high: print(high), distance: print(zeroDistance) };
    steps.push(translate(language, 'formula.band', { ...points, ...posts }));
  } else {
    const { worst, best, scale } = goalposts;
    const posts = { worst: print(worst), best: print(best), scale };
    steps.push(translate(language, 'formula.range', { ...points, ...posts }));
  }
  if (raw !== level) steps.push(translate(language, 'formula.held', { level: print(level) }));
  return steps.join(' ');
}

/** How the pace compares with the one required, with the numbers filled in; undefined without a base. */
export function paceFormula({ pace }: IndicatorScore, language: Language): string | undefined {
  if (pace === undefined) return undefined;
  const { baseYear, baseRaw, nowYear, nowRaw, observedPace, requiredPace, paceRatio, targetRaw } = pace;
  if (baseYear === null || baseRaw === null || nowYear === null || nowRaw === null || observedPace === null) {
    return undefined;
  }
  const print = (number: number): string => printTerm(number, language);
  const terms = { s0: print(baseRaw), t0: baseYear, s1: print(nowRaw), t1: nowYear, p: print(observedPace) };
  const observed = translate(language, 'formula.pace', terms);
  if (requiredPace === null || paceRatio === null || targetRaw === null) return observed;
  const required = { target: print(targetRaw), q: print(requiredPace), ratio: print(paceRatio) };
  return `${observed} ${translate(language, 'formula.required', { s0: print(baseRaw), ...required })}`;
}

/** A sentence for the reason why there is no level or no status, and one for each flag. */
export function indicatorSentences(
  { missing, statusReason, pace, flags }: IndicatorScore,
  language: Language,
): readonly string[] {
  const reason = missing === undefined ? (statusReason ?? pace?.reason ?? undefined) : undefined;
  return [
    ...(missing === undefined ? [] : [translate(language, `missing.${missing}`)]),
    ...[reason].flatMap((code) => sentenceOf('explain.reason', code, language)),
    ...flags.flatMap((flag) => sentenceOf('explain.flag', flag, language)),
  ];
}

function sentenceOf(
  family: 'explain.reason' | 'explain.flag',
  code: string | undefined,
  language: Language,
): readonly string[] {
  if (code === undefined) return [];
  const key = family === 'explain.flag' ? `explain.flag.${code}` : `explain.reason.${code}`;
  return hasMessage(key) ? [translate(language, key)] : [code];
}

/** Points with their sign, one decimal. */
export function printChange(points: number, language: Language): string {
  return `${points < 0 ? '−' : '+'}${printScore(Math.abs(points), language)}`;
}
