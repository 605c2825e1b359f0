import type { FigureStatus } from '../checking/figure-status.js';
import type { ReadingFaultCode } from './cell-reading.js';

/** What a mark beside a figure says of it. */
export interface FlagMeaning {
  readonly status?: FigureStatus;
  /** The mark in brackets, as it was sent, where no status says all of it: for the note of the figure. */
  readonly note?: string;
  /** The figure cannot be taken. */
  readonly fault?: ReadingFaultCode;
  /** There is no figure, whatever stands in the cell. */
  readonly isMissing?: true;
}

interface KnownMark extends Omit<FlagMeaning, 'note'> {
  readonly isNoted?: true;
}

const ESTIMATED: KnownMark = { status: 'estimated' };
const PROVISIONAL: KnownMark = { status: 'provisional' };
const DOUBTFUL: KnownMark = { status: 'doubtful' };
/** A break in the series, another definition, a revision, and whatever else readers should know. */
const NOTED: KnownMark = { isNoted: true };
const FORECAST: KnownMark = { fault: 'forecast_value' };
const CONFIDENTIAL: KnownMark = { fault: 'confidential_value' };
const MISSING: KnownMark = { isMissing: true };

/** Letters behind figures, as Eurostat and other offices set them; several may stand together, e.g. `bep`; b: break, n: not significant. */
const LETTERS: Readonly<Record<string, KnownMark>> = {
  b: NOTED,
  c: CONFIDENTIAL,
  d: NOTED,
  e: ESTIMATED,
  f: FORECAST,
  n: NOTED,
  p: PROVISIONAL,
  r: NOTED,
  s: ESTIMATED,
  u: DOUBTFUL,
};

const WORDS: Readonly<Record<string, KnownMark>> = {
  ...wordsFor(
    ESTIMATED,
    'est estim estimate estimated estimation estimé estimée estimado estimada оценка оц',
  ),
  ...wordsFor(ESTIMATED, 'approx approximate imputed تقدير تقديري 估计 估計 估算'),
  ...wordsFor(PROVISIONAL, 'prov provisional provisoire prel prelim preliminary préliminaire preliminar'),
  ...wordsFor(PROVISIONAL, 'предварительно предв أولي مبدئي 初步 暂定'),
  ...wordsFor(NOTED, 'rev revised révisé revisado пересмотрено'),
  ...wordsFor(NOTED, 'break'),
  ...wordsFor(FORECAST, 'forecast proj projected projection prévision proyección прогноз 预测'),
  ...wordsFor(CONFIDENTIAL, 'conf confidential'),
};

/** Code list CL_OBS_STATUS of SDMX, version 2.2. */
const OBSERVATION_STATUSES: Readonly<Record<string, KnownMark>> = {
  A: { status: 'normal' },
  B: NOTED,
  D: NOTED,
  E: ESTIMATED,
  F: FORECAST,
  G: { status: 'provisional', isNoted: true },
  H: MISSING,
  I: { status: 'estimated', isNoted: true },
  J: NOTED,
  K: NOTED,
  L: MISSING,
  M: MISSING,
  N: NOTED,
  O: MISSING,
  P: PROVISIONAL,
  Q: MISSING,
  S: NOTED,
  U: DOUBTFUL,
  V: { status: 'provisional', isNoted: true },
  W: NOTED,
};

function wordsFor(meaning: KnownMark, words: string): Record<string, KnownMark> {
  return Object.fromEntries(words.split(' ').map((word) => [word, meaning]));
}

/** Letters that stand together, in the order of the alphabet; "bp" would as well be basis points. */
const TOGETHER = /^(?!bp$)b?d?e?p?r?u?$/;

/**
 * The meanings of a mark of letters behind or before a figure, e.g. `e`, `be`, `est.`; `undefined` when it is none that
 * is known. A large B is as likely billions, "bn" and "bps" are units: none of them is a mark.
 * @param mark without brackets
 */
export function flagMeanings(mark: string): readonly FlagMeaning[] | undefined {
  if (mark === 'B') return undefined;
  const word = mark.toLowerCase().replace(/[.\s]/g, '');
  const known = own(WORDS, word, mark) ?? own(LETTERS, word, mark);
  if (known !== undefined) return [known];
  if (word === '' || !TOGETHER.test(word)) return undefined;
  return Array.from(word).flatMap((letter) => own(LETTERS, letter, letter) ?? []);
}

/**
 * A cell of an SDMX column OBS_STATUS, by code or by the code with its words ("A: Normal value", "E, Estimated"); empty
 * is normal.
 */
export function observationStatus(cell: string): FlagMeaning | undefined {
  const mark = cell.trim();
  const code = mark === '' ? 'A' : /^([A-Z])(?:[\s:(,-].*)?$/s.exec(mark.toUpperCase())?.[1];
  return own(OBSERVATION_STATUSES, code ?? '', mark);
}

/** UN SDG `Nature` of a figure; empty is normal. */
export function natureOfFigure(cell: string): FlagMeaning | undefined {
  const natures: Readonly<Record<string, KnownMark>> = {
    '': { status: 'normal' },
    C: { status: 'normal', isNoted: true },
    CA: { status: 'normal', isNoted: true },
    E: ESTIMATED,
    G: { status: 'normal', isNoted: true },
    M: { status: 'modelled' },
    N: MISSING,
    NA: { status: 'normal' },
  };
  const mark = cell.trim();
  return own(natures, mark.toUpperCase(), mark);
}

const WEIGHT: readonly FigureStatus[] = [
  'normal',
  'self_assessed',
  'provisional',
  'estimated',
  'modelled',
  'doubtful',
];

/** The status that says most against a figure. */
export function gravestStatus(statuses: Iterable<FigureStatus | undefined>): FigureStatus | undefined {
  let gravest: FigureStatus | undefined;
  for (const status of statuses) {
    if (status === undefined) continue;
    if (gravest === undefined || WEIGHT.indexOf(status) > WEIGHT.indexOf(gravest)) gravest = status;
  }
  return gravest;
}

/** @param mark as it was sent */
function own(table: Readonly<Record<string, KnownMark>>, key: string, mark: string): FlagMeaning | undefined {
  const known = Object.hasOwn(table, key) ? table[key] : undefined;
  if (known === undefined) return undefined;
  const { isNoted, ...meaning } = known;
  return isNoted === true ? { ...meaning, ...noted(mark) } : meaning;
}

/** A mark that is kept for readers, known here or not. */
export function noted(mark: string): FlagMeaning {
  return { note: `[${mark}]` };
}
