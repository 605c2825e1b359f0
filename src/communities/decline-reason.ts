/** Why a text is declined or taken down; what each means stands in the messages. */
export const DECLINE_REASONS = [
  'names_person',
  'names_body',
  'names_government',
  'no_evidence',
  'off_topic',
  'not_respectful',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
