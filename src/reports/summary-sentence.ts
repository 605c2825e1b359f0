import type { SummaryCounts } from './report.js';
import type { Words } from '../language/words.js';

/** Counts as one sentence: a template filled with numbers, nothing else. */
export function summarySentence(counts: SummaryCounts, words: Words): string {
  const withFigures = counts.withTarget + counts.withoutTarget;
  if (withFigures === 0) return words.t('summary.nothing', { count: counts.lackData });
  return words.t('summary.sentence', {
    targets: withTargets(counts, words),
    others: others(counts, words),
    lack: words.t('summary.lack', { count: counts.lackData }),
  });
}

function withTargets(counts: SummaryCounts, words: Words): string {
  if (counts.withTarget === 0) return words.t('summary.noTargets');
  if (counts.withTarget === 1) return words.t('summary.oneTarget', { state: stateOf(counts) });
  const phrases = [
    words.t('summary.met', { count: counts.metOrOnTrack }),
    ...phrase('summary.accelerate', counts.needAcceleration, words),
    ...phrase('summary.away', counts.movingAway, words),
    ...phrase('summary.missed', counts.missed, words),
    ...phrase('summary.unknown', counts.notAssessable, words),
  ];
  return words.t('summary.targets', { count: counts.withTarget, phrases: words.list(phrases) });
}

/** Which of the counts is the one. */
function stateOf(counts: SummaryCounts): string {
  const { metOrOnTrack: met, needAcceleration: accelerate, movingAway: away, missed } = counts;
  const [state] = Object.entries({ met, accelerate, away, missed }).find(([, count]) => count > 0) ?? [
    'unknown',
  ];
  return state;
}

function others(counts: SummaryCounts, words: Words): string {
  if (counts.withoutTarget === 0) return words.t('summary.noOthers');
  const phrases = [
    words.t('summary.improving', { count: counts.improving }),
    ...phrase('summary.declining', counts.declining, words),
  ];
  return words.t('summary.others', { count: counts.withoutTarget, phrases: words.list(phrases) });
}

/** Nothing where there is none: zeros are said only of what comes first. */
function phrase(key: string, count: number, words: Words): readonly string[] {
  return count === 0 ? [] : [words.t(key, { count })];
}
