import type { FigureStatus } from '../figure-status.js';
import type { ReadingFaultCode } from './cell-reading.js';

/** What a mark beside a figure says of it. */
export interface FlagMeaning {
  readonly status?: FigureStatus;
  /** In English, for the note of the figure. */
  readonly note?: string;
  /** The figure cannot be taken. */
  readonly fault?: ReadingFaultCode;
  /** There is no figure, whatever stands in the cell. */
  readonly isMissing?: true;
}

const ESTIMATED: FlagMeaning = { status: 'estimated' };
const PROVISIONAL: FlagMeaning = { status: 'provisional' };
const DOUBTFUL: FlagMeaning = { status: 'doubtful' };
const BREAK: FlagMeaning = { note: 'break in series' };
const OTHER_DEFINITION: FlagMeaning = { note: 'definition differs' };
const REVISED: FlagMeaning = { note: 'revised' };
const FORECAST: FlagMeaning = { fault: 'forecast_value' };
const CONFIDENTIAL: FlagMeaning = { fault: 'confidential_value' };
const MISSING: FlagMeaning = { isMissing: true };

/** Letters behind figures, as Eurostat and other offices set them; several may stand together, e.g. `bep`. */
const LETTERS: Readonly<Record<string, FlagMeaning>> = {
  b: BREAK,
  c: CONFIDENTIAL,
  d: OTHER_DEFINITION,
  e: ESTIMATED,
  f: FORECAST,
  n: { note: 'not significant' },
  p: PROVISIONAL,
  r: REVISED,
  s: ESTIMATED,
  u: DOUBTFUL,
};

const WORDS: Readonly<Record<string, FlagMeaning>> = {
  ...wordsFor(
    ESTIMATED,
    'est estim estimate estimated estimation estimé estimée estimado estimada оценка оц',
  ),
  ...wordsFor(ESTIMATED, 'approx approximate imputed تقدير تقديري 估计 估計 估算'),
  ...wordsFor(PROVISIONAL, 'prov provisional provisoire prel prelim preliminary préliminaire preliminar'),
  ...wordsFor(PROVISIONAL, 'предварительно предв أولي مبدئي 初步 暂定'),
  ...wordsFor(REVISED, 'rev revised révisé revisado пересмотрено'),
  ...wordsFor(BREAK, 'break'),
  ...wordsFor(FORECAST, 'forecast proj projected projection prévision proyección прогноз 预测'),
  ...wordsFor(CONFIDENTIAL, 'conf confidential'),
};

/** Code list CL_OBS_STATUS of SDMX, version 2.2. */
const OBSERVATION_STATUSES: Readonly<Record<string, FlagMeaning>> = {
  A: { status: 'normal' },
  B: BREAK,
  D: OTHER_DEFINITION,
  E: ESTIMATED,
  F: FORECAST,
  G: { status: 'provisional', note: 'experimental' },
  H: MISSING,
  I: { status: 'estimated', note: 'imputed' },
  J: { note: 'derogation' },
  K: { note: 'included in another category' },
  L: MISSING,
  M: MISSING,
  N: { note: 'not significant' },
  O: MISSING,
  P: PROVISIONAL,
  Q: MISSING,
  S: { note: 'strike or other special event' },
  U: DOUBTFUL,
  V: { status: 'provisional', note: 'not validated' },
  W: { note: 'includes another category' },
};

function wordsFor(meaning: FlagMeaning, words: string): Record<string, FlagMeaning> {
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
  const known = own(WORDS, word) ?? own(LETTERS, word);
  if (known !== undefined) return [known];
  if (word === '' || !TOGETHER.test(word)) return undefined;
  return Array.from(word).flatMap((letter) => own(LETTERS, letter) ?? []);
}

/**
 * A cell of an SDMX column OBS_STATUS, by code or by the code with its words ("A: Normal value", "E, Estimated"); empty
 * is normal.
 */
export function observationStatus(cell: string): FlagMeaning | undefined {
  const code = cell.trim().toUpperCase();
  if (code === '') return OBSERVATION_STATUSES['A'];
  return own(OBSERVATION_STATUSES, /^([A-Z])(?:[\s:(,-].*)?$/s.exec(code)?.[1] ?? '');
}

/** UN SDG `Nature` of a figure; empty is normal. */
export function natureOfFigure(cell: string): FlagMeaning | undefined {
  const natures: Readonly<Record<string, FlagMeaning>> = {
    '': { status: 'normal' },
    C: { status: 'normal', note: 'country data' },
    CA: { status: 'normal', note: 'country adjusted data' },
    E: ESTIMATED,
    G: { status: 'normal', note: 'global monitoring data' },
    M: { status: 'modelled' },
    N: MISSING,
    NA: { status: 'normal' },
  };
  return own(natures, cell.trim().toUpperCase());
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

function own(table: Readonly<Record<string, FlagMeaning>>, key: string): FlagMeaning | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
