import type { Confidence } from '../../catalogue/confidence.js';
import { printTookPart, type TookPart } from '../../catalogue/took-part.js';
import type { ListedRow } from '../checking/row-source.js';

/** What somebody answered about one indicator. Without a level it is left out. */
export interface AssessmentAnswer {
  readonly level?: number;
  /** Links, one a line, as they were typed. */
  readonly evidence?: string;
  /** Where it is another than that of the round. */
  readonly confidence?: Confidence;
  readonly note?: string;
}

/** A round of assessments of one country and year by one community, while somebody still fills it in. */
export interface AssessmentDraft {
  /** What it is called in addresses. */
  readonly reference: string;
  /** Code. */
  readonly community: string;
  readonly communityName: string;
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly year: number;
  /** Codes of the indicators that are to be assessed, in the order of the catalogue. */
  readonly indicators: readonly string[];
  /** Who took part in the round; absent until it is told. */
  readonly tookPart?: TookPart;
  /** How sure they are, unless an answer says otherwise. */
  readonly confidence?: Confidence;
  /** By indicator, also of ones that are no longer chosen: who chooses them again finds them. */
  readonly answers: Readonly<Record<string, AssessmentAnswer>>;
  /** Counts changes. */
  readonly version: number;
  readonly changedAt: Date;
}

/** Steps of the form beside its questions; a question is called by its indicator. */
export const FIRST_STEPS = ['indicators', 'groups'] as const;
export const LAST_STEP = 'check';

/** Indicators with an answer, be it that they are left out. */
export function answeredIn({ indicators, answers }: AssessmentDraft): readonly string[] {
  return indicators.filter((code) => answers[code] !== undefined);
}

/** Indicators that will be sent: those with a level. */
export function assessedIn({ indicators, answers }: AssessmentDraft): readonly string[] {
  return indicators.filter((code) => answers[code]?.level !== undefined);
}

/** The steps of a draft, in order. */
export function stepsOf({ indicators }: Pick<AssessmentDraft, 'indicators'>): readonly string[] {
  return [...FIRST_STEPS, ...indicators, LAST_STEP];
}

/** Where to go on: at the first step that nothing was said at. */
export function nextStepOf(draft: AssessmentDraft): string {
  if (draft.indicators.length === 0) return 'indicators';
  if (draft.tookPart === undefined) return 'groups';
  return draft.indicators.find((code) => draft.answers[code] === undefined) ?? LAST_STEP;
}

/** What will be sent: a row for each indicator with a level, as a file would have it. */
export function rowsOf(draft: AssessmentDraft): readonly ListedRow[] {
  const { area, year, communityName, tookPart, answers } = draft;
  return assessedIn(draft).map((indicator) => {
    const { level, evidence, confidence = draft.confidence, note } = answers[indicator] ?? {};
    return {
      country: area,
      indicator,
      year,
      value: level,
      source: communityName,
      groups: tookPart && printTookPart(tookPart),
      confidence,
      evidence: evidence?.split(/\s+/).join(' '),
      note,
    };
  });
}
