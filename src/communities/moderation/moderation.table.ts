import { EntitySchema } from 'typeorm';

export interface ModerationCaseRow {
  readonly id: number;
  readonly reference: string;
  readonly kind: string;
  readonly profileStepId: number | null;
  readonly decisionId: number | null;
  readonly statementVersionId: number | null;
  readonly communityId: number | null;
  readonly contributorId: number;
  readonly found: readonly string[];
  readonly openedAt: Date;
  readonly heldUntil: Date | null;
}

const ONE_TEXT = `CASE kind
    WHEN 'description' THEN profile_step_id IS NOT NULL AND num_nonnulls(decision_id, statement_version_id) = 0
    WHEN 'engagement' THEN profile_step_id IS NOT NULL AND num_nonnulls(decision_id, statement_version_id) = 0
    WHEN 'review_reason' THEN decision_id IS NOT NULL AND num_nonnulls(profile_step_id, statement_version_id) = 0
    WHEN 'statement' THEN statement_version_id IS NOT NULL AND num_nonnulls(profile_step_id, decision_id) = 0
    ELSE false END`;

export const ModerationCaseTable = new EntitySchema<ModerationCaseRow>({
  name: 'moderation_case',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Key' },
    reference: { type: 'text', comment: 'What it is called in addresses' },
    kind: { type: 'text', comment: 'description or engagement of a profile, review_reason or statement' },
    profileStepId: { type: 'integer', nullable: true, comment: 'The step that wrote the part of a profile' },
    decisionId: { type: 'integer', nullable: true, comment: 'The decision whose reason it is' },
    statementVersionId: { type: 'integer', nullable: true, comment: 'The version of a statement' },
    communityId: {
      type: 'integer',
      nullable: true,
      comment: 'Community that the text is of; empty for the reason of an administrator',
    },
    contributorId: { type: 'integer', comment: 'Who wrote it' },
    found: {
      type: 'text',
      array: true,
      default: [],
      comment: 'Why it is held: kinds of hints, or declined_before',
    },
    openedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
    heldUntil: {
      type: 'timestamptz',
      nullable: true,
      comment: 'The text is held until then at most; empty: it never was',
    },
  },
  uniques: [
    { name: 'moderation_case_reference_key', columns: ['reference'] },
    { name: 'moderation_case_profile_step_id_key', columns: ['profileStepId'] },
    { name: 'moderation_case_decision_id_key', columns: ['decisionId'] },
    { name: 'moderation_case_statement_version_id_key', columns: ['statementVersionId'] },
  ],
  foreignKeys: [
    { target: 'profile_step', columnNames: ['profileStepId'], referencedColumnNames: ['id'] },
    { target: 'decision', columnNames: ['decisionId'], referencedColumnNames: ['id'] },
    { target: 'statement_version', columnNames: ['statementVersionId'], referencedColumnNames: ['id'] },
    { target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'moderation_case_kind_check', expression: ONE_TEXT },
    {
      name: 'moderation_case_held_check',
      expression:
        "held_until IS NULL OR held_until > opened_at AND held_until <= opened_at + interval '7 days' AND kind <> 'statement'",
    },
  ],
});

export interface ModerationStepRow {
  readonly id: number;
  readonly caseId: number;
  readonly step: string;
  readonly reasonCode: string | null;
  readonly words: string | null;
  readonly contributorId: number;
  readonly takenAt: Date;
}

export const ModerationStepTable = new EntitySchema<ModerationStepRow>({
  name: 'moderation_step',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    caseId: { type: 'integer', comment: 'Of which text' },
    step: {
      type: 'text',
      comment:
        'shown, declined or taken_down by a moderator; appealed by its side; upheld or overturned by another moderator',
    },
    reasonCode: { type: 'text', nullable: true, comment: 'Why it was declined or taken down' },
    words: {
      type: 'text',
      nullable: true,
      comment: 'The same in words, or those of the appeal; for both sides, never published',
    },
    contributorId: { type: 'integer', comment: 'By whom' },
    takenAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  uniques: [{ name: 'moderation_step_case_id_step_key', columns: ['caseId', 'step'] }],
  foreignKeys: [
    { target: 'moderation_case', columnNames: ['caseId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'moderation_step_step_check',
      expression: "step IN ('shown', 'declined', 'taken_down', 'appealed', 'upheld', 'overturned')",
    },
    {
      name: 'moderation_step_reason_check',
      expression: `(step IN ('declined', 'taken_down')) = (reason_code IS NOT NULL)
        AND (step NOT IN ('declined', 'taken_down', 'appealed', 'upheld') OR words IS NOT NULL)`,
    },
    {
      name: 'moderation_step_reason_code_check',
      expression:
        "reason_code IN ('names_person', 'names_body', 'names_government', 'no_evidence', 'off_topic', 'not_respectful')",
    },
  ],
});
