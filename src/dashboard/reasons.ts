/** Why a reviewer sends something back, as codes; their words are `reason.<code>`. */
export const REASON_CODES = [
  'wrong_value',
  'wrong_year',
  'wrong_country',
  'wrong_indicator',
  'source_unclear',
  'evidence_missing',
  'not_public',
  'known_already',
  'conduct',
  'other',
] as const;
