/** What a text does instead of keeping to the issue; the codes are those of `DECLINE_REASONS`. */
export const HINT_KINDS = ['names_person', 'names_body', 'names_government', 'no_evidence'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** A place in a text that a reader may take amiss; `wording.<kind>` says why, `wording.<kind>.instead` what to write. */
export interface WordingHint {
  readonly kind: HintKind;
  /** Where it begins and ends in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The words there. */
  readonly quoted: string;
}

/** What is known of a text before it is read. */
export interface WordingContext {
  /** The State that speaks, ISO 3166-1 alpha-3: it may name its own government. */
  readonly ownGovernment?: string | undefined;
  /** Names that may stand in it whatever is said of them: of the sender, of an indicator. */
  readonly ownNames?: readonly string[] | undefined;
  /** Whether evidence is given beside the text. */
  readonly hasEvidence?: boolean | undefined;
  /** Whether a community tells of itself: what "we" have and do needs no evidence. */
  readonly ofItself?: boolean | undefined;
}
