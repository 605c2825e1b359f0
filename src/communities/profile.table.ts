import { EntitySchema } from 'typeorm';

export interface ProfileStepRow {
  readonly id: number;
  readonly communityId: number;
  readonly field: string;
  readonly step: string;
  readonly contributorId: number;
  readonly takenAt: Date;
}

export const ProfileStepTable = new EntitySchema<ProfileStepRow>({
  name: 'profile_step',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    communityId: { type: 'integer', comment: 'Whose profile' },
    field: { type: 'text', comment: 'Which part of it' },
    step: {
      type: 'text',
      comment:
        'written: not shown yet; consented: what was written last is shown; withdrawn: shown no more, and erased',
    },
    contributorId: { type: 'integer', comment: 'By which member' },
    takenAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  indices: [{ columns: ['communityId', 'field'] }],
  foreignKeys: [
    { target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'profile_step_field_check', expression: "field IN ('description', 'engagement', 'contact')" },
    { name: 'profile_step_step_check', expression: "step IN ('written', 'consented', 'withdrawn')" },
  ],
});

export interface ProfileTextRow {
  readonly communityId: number;
  readonly field: string;
  readonly content: unknown;
  readonly writtenByStep: number;
}

export const ProfileTextTable = new EntitySchema<ProfileTextRow>({
  name: 'profile_text',
  columns: {
    communityId: { type: 'integer', primary: true, comment: 'Whose profile' },
    field: { type: 'text', primary: true, comment: 'Which part of it' },
    content: { type: 'jsonb', comment: 'The part as it was written' },
    writtenByStep: { type: 'integer', comment: 'The step that wrote it' },
  },
  foreignKeys: [{ target: 'profile_step', columnNames: ['writtenByStep'], referencedColumnNames: ['id'] }],
});
