import { EntitySchema } from 'typeorm';

export interface AssessmentDraftRow {
  readonly reference: string;
  readonly contributorId: number;
  readonly communityId: number;
  readonly area: string;
  readonly year: number;
  readonly indicators: readonly string[];
  readonly tookPart: string | null;
  readonly confidence: string | null;
  readonly answers: unknown;
  readonly version: number;
  readonly changedAt: Date;
}

export const AssessmentDraftTable = new EntitySchema<AssessmentDraftRow>({
  name: 'assessment_draft',
  columns: {
    reference: { type: 'text', primary: true, comment: 'What it is called in addresses: 128 random bits' },
    contributorId: { type: 'integer', comment: 'Who fills it in, and alone sees it' },
    communityId: { type: 'integer', comment: 'For which community' },
    area: { type: 'text', comment: 'ISO 3166-1 alpha-3 code of the country that is assessed' },
    year: { type: 'integer', comment: 'Calendar year it is assessed for' },
    indicators: { type: 'text', array: true, default: '{}', comment: 'Codes of what is to be assessed' },
    tookPart: {
      type: 'text',
      nullable: true,
      comment:
        'Stakeholder groups with protected numbers of persons, e.g. government (<5); civil_society (15)',
    },
    confidence: { type: 'text', nullable: true, comment: 'low, medium or high, of the round as a whole' },
    answers: {
      type: 'jsonb',
      default: '{}',
      comment: 'By indicator: level, evidence, confidence, note; without level: left out',
    },
    version: { type: 'integer', default: 1, comment: 'Counts changes' },
    changedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When it was changed last, UTC' },
  },
  uniques: [
    {
      name: 'assessment_draft_round_key',
      columns: ['contributorId', 'communityId', 'area', 'year'],
    },
  ],
  foreignKeys: [
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
    { target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] },
    { target: 'area', columnNames: ['area'], referencedColumnNames: ['code'] },
  ],
  checks: [
    { name: 'assessment_draft_year_check', expression: 'year BETWEEN 1900 AND 2200' },
    {
      name: 'assessment_draft_took_part_check',
      expression: "took_part ~ '^[a-z_]+( [(](<5|0|[0-9]*[05])[)])?(; [a-z_]+( [(](<5|0|[0-9]*[05])[)])?)*$'",
    },
    { name: 'assessment_draft_confidence_check', expression: "confidence IN ('low', 'medium', 'high')" },
    { name: 'assessment_draft_answers_check', expression: "jsonb_typeof(answers) = 'object'" },
  ],
});
