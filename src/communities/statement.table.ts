import { EntitySchema } from 'typeorm';

export interface StatementRow {
  readonly id: number;
  readonly reference: string;
  readonly area: string;
  readonly subject: string;
  readonly releaseId: string | null;
  readonly communityId: number;
  readonly speaksFor: string;
}

export const StatementTable = new EntitySchema<StatementRow>({
  name: 'statement',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Key' },
    reference: { type: 'text', comment: 'What it is called in addresses' },
    area: { type: 'text', comment: 'ISO 3166-1 alpha-3 code of the country it is about' },
    subject: {
      type: 'text',
      comment: 'Its page (country), or a figure of it, e.g. indicator:UI_NETUSE',
    },
    releaseId: { type: 'text', nullable: true, comment: 'Which release it speaks about, if one is meant' },
    communityId: { type: 'integer', comment: 'Which community speaks, or through which one the State does' },
    speaksFor: { type: 'text', comment: 'state or community' },
  },
  uniques: [{ name: 'statement_reference_key', columns: ['reference'] }],
  foreignKeys: [
    { target: 'area', columnNames: ['area'], referencedColumnNames: ['code'] },
    { target: 'release', columnNames: ['releaseId'], referencedColumnNames: ['id'] },
    { target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'statement_speaks_for_check', expression: "speaks_for IN ('state', 'community')" }],
});

export interface StatementVersionRow {
  readonly id: number;
  readonly statementId: number;
  readonly texts: unknown;
  readonly sha256: string;
  readonly contributorId: number;
  readonly sentAt: Date;
}

export const StatementVersionTable = new EntitySchema<StatementVersionRow>({
  name: 'statement_version',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    statementId: { type: 'integer', comment: 'Of which statement' },
    texts: { type: 'jsonb', comment: 'Its words by language' },
    sha256: { type: 'text', comment: 'SHA-256 of the words, hex: what the audit trail tells of them' },
    contributorId: { type: 'integer', comment: 'Who sent it' },
    sentAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  indices: [{ columns: ['statementId'] }],
  foreignKeys: [
    { target: 'statement', columnNames: ['statementId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'statement_version_texts_check',
      expression: "jsonb_typeof(texts) = 'object' AND texts <> '{}'",
    },
  ],
});

export interface StatementStepRow {
  readonly id: number;
  readonly statementId: number;
  readonly versionId: number;
  readonly step: string;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly contributorId: number;
  readonly takenAt: Date;
}

export const StatementStepTable = new EntitySchema<StatementStepRow>({
  name: 'statement_step',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    statementId: { type: 'integer', comment: 'Of which statement' },
    versionId: { type: 'integer', comment: 'Of which of its versions; of a withdrawn one the last' },
    step: { type: 'text', comment: 'published or declined by a moderator, or withdrawn by its side' },
    reasonCode: { type: 'text', nullable: true, comment: 'Why it was declined' },
    reason: { type: 'text', nullable: true, comment: 'The same in words, for its author' },
    contributorId: { type: 'integer', comment: 'By whom' },
    takenAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  indices: [
    { columns: ['statementId'] },
    {
      name: 'statement_step_decided_idx',
      columns: ['versionId'],
      unique: true,
      where: "step IN ('published', 'declined')",
    },
    {
      name: 'statement_step_withdrawn_idx',
      columns: ['statementId'],
      unique: true,
      where: "step = 'withdrawn'",
    },
  ],
  foreignKeys: [
    { target: 'statement', columnNames: ['statementId'], referencedColumnNames: ['id'] },
    { target: 'statement_version', columnNames: ['versionId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'statement_step_step_check',
      expression:
        "step IN ('published', 'declined', 'withdrawn') AND (step = 'declined') = (reason_code IS NOT NULL)",
    },
    {
      name: 'statement_step_reason_code_check',
      expression:
        "reason_code IN ('names_person', 'names_body', 'names_government', 'no_evidence', 'off_topic', 'not_respectful')",
    },
  ],
});
