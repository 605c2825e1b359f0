import { EntitySchema } from 'typeorm';
import type { DecidedCell } from './decision.js';

export interface DecisionRow {
  readonly id: number;
  readonly submissionId: number;
  readonly contributorId: number;
  readonly communityId: number | null;
  readonly verdict: string;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly cells: readonly DecidedCell[];
  readonly decidedAt: Date;
}

export const DecisionTable = new EntitySchema<DecisionRow>({
  name: 'decision',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      comment: 'Key',
    },
    submissionId: { type: 'integer', comment: 'On which batch' },
    contributorId: { type: 'integer', comment: 'By whom' },
    verdict: { type: 'text', comment: 'accept, return or reject; revert of what was accepted' },
    reasonCode: {
      type: 'text',
      nullable: true,
      comment: 'Stable code of the reason',
    },
    reason: { type: 'text', nullable: true, comment: "Reason in the reviewer's words" },
    cells: { type: 'jsonb', default: [], comment: 'Cells it is about: [{row, column, ordinal}]' },
    decidedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
    communityId: {
      type: 'integer',
      nullable: true,
      comment:
        'For which community its reviewer decided; empty for an administrator, and where it is not known',
    },
  },
  indices: [{ columns: ['submissionId'] }],
  foreignKeys: [
    {
      target: 'submission',
      columnNames: ['submissionId'],
      referencedColumnNames: ['id'],
    },
    {
      target: 'contributor',
      columnNames: ['contributorId'],
      referencedColumnNames: ['id'],
    },
    {
      target: 'community',
      columnNames: ['communityId'],
      referencedColumnNames: ['id'],
    },
  ],
  checks: [
    { name: 'decision_verdict_check', expression: "verdict IN ('accept', 'return', 'reject', 'revert')" },
    { name: 'decision_reason_check', expression: "verdict = 'accept' OR reason IS NOT NULL" },
  ],
});
