import { EntitySchema } from 'typeorm';

const PART =
  '(government|international_organisation|civil_society|technical_community|private_sector)( \\((<5|5|[1-9][0-9]*[05])\\))?';

/** Each group once, and of persons the protected number. */
export const TOOK_PART_CHECK = `took_part ~ '^${PART}(; ${PART})*$' AND took_part !~ '\\m([a-z_]+)\\M.*\\m\\1\\M'`;

/** Area and indicator by their integer keys: this table grows. */
export interface StagedRowRow {
  readonly areaId: number;
  readonly submissionId: number;
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly indicatorId: number;
  readonly year: number;
  readonly value: number;
  readonly status: string;
  readonly source: string;
  readonly edition: string;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly tookPart: string | null;
  readonly confidence: string | null;
}

export const StagedRowTable = new EntitySchema<StagedRowRow>({
  name: 'staged_row',
  columns: {
    areaId: {
      type: 'integer',
      primary: true,
      comment: 'Area; proven when accepted',
    },
    submissionId: {
      type: 'integer',
      primary: true,
      comment: 'Batch',
    },
    ordinal: {
      type: 'integer',
      primary: true,
      comment: 'Counts up within the batch in the order of the file',
    },
    rowNumber: { type: 'integer', comment: 'Row of the spreadsheet, 1 = header' },
    indicatorId: { type: 'integer', comment: 'Indicator; proven when accepted' },
    year: { type: 'smallint', comment: 'Calendar year' },
    value: { type: 'double precision', comment: "In the indicator's unit" },
    status: { type: 'text', comment: 'Nature of the figure' },
    source: { type: 'text', comment: 'Series code or text of the source' },
    edition: { type: 'text', comment: 'Edition of the source' },
    note: { type: 'text', nullable: true, comment: 'Remark of the sender' },
    evidence: {
      type: 'text',
      nullable: true,
      comment: 'Addresses of what proves it, http or https, parted by spaces',
    },
    tookPart: {
      type: 'text',
      nullable: true,
      comment:
        'Of an assessment: which stakeholder groups took part; persons are protected: <5, or a multiple of five',
    },
    confidence: { type: 'text', nullable: true, comment: 'Of an assessment: how sure those are who made it' },
  },
  checks: [
    { name: 'staged_row_took_part_check', expression: TOOK_PART_CHECK },
    { name: 'staged_row_confidence_check', expression: "confidence IN ('low', 'medium', 'high')" },
  ],
});
