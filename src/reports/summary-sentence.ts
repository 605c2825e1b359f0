import type { SummaryCounts } from './report.js';
import type { SummaryGroup } from './summary-counts.js';
import type { Words } from '../language/words.js';

/** A phrase that tells a count, as it is to stand in the sentence. */
type Mark = (phrase: string, group: SummaryGroup) => string;

/**
 * Counts as one sentence: a template filled with numbers, nothing else.
 * @param mark may set off each phrase that tells a count, such as by signs around it
 */
export function summarySentence(
  counts: SummaryCounts,
  words: Words,
  mark: Mark = (phrase) => phrase,
): string {
  const phrase = (key: string, group: SummaryGroup): string =>
    mark(words.t(key, { count: counts[group] }), group);
  const withFigures = counts.withTarget + counts.withoutTarget;
  if (withFigures === 0) return phrase('summary.nothing', 'lackData');
  return words.t('summary.sentence', {
    targets: withTargets(counts, words, phrase, mark),
    others: others(counts, words, phrase),
    lack: phrase('summary.lack', 'lackData'),
  });
}

type Phrase = (key: string, group: SummaryGroup) => string;

function withTargets(counts: SummaryCounts, words: Words, phrase: Phrase, mark: Mark): string {
  if (counts.withTarget === 0) return words.t('summary.noTargets');
  if (counts.withTarget === 1) {
    return mark(words.t('summary.oneTarget', { state: stateOf(counts) }), 'withTarget');
  }
  const phrases = [
    phrase('summary.met', 'metOrOnTrack'),
    ...(counts.needAcceleration === 0 ? [] : [phrase('summary.accelerate', 'needAcceleration')]),
    ...(counts.movingAway === 0 ? [] : [phrase('summary.away', 'movingAway')]),
    ...(counts.missed === 0 ? [] : [phrase('summary.missed', 'missed')]),
    ...(counts.notAssessable === 0 ? [] : [phrase('summary.unknown', 'notAssessable')]),
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

/** Zeros are said only of what comes first. */
function others(counts: SummaryCounts, words: Words, phrase: Phrase): string {
  if (counts.withoutTarget === 0) return words.t('summary.noOthers');
  const phrases = [
    phrase('summary.improving', 'improving'),
    ...(counts.declining === 0 ? [] : [phrase('summary.declining', 'declining')]),
  ];
  return words.t('summary.others', { count: counts.withoutTarget, phrases: words.list(phrases) });
}
