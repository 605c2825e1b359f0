import { EntitySchema } from 'typeorm';
import { TOOK_PART_CHECK } from '../submissions/checking/staged-row.table.js';

/** Area and indicator by their integer keys: this table grows. `null` where nothing is there. */
export interface ObservationRow {
  readonly areaId: number;
  readonly indicatorId: number;
  readonly year: number;
  readonly seriesEditionId: number;
  readonly revisionFrom: number;
  readonly revisionTo: number | null;
  readonly value: number;
  readonly status: string;
  readonly submissionId: number;
  readonly rowNumber: number;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly tookPart: string | null;
  readonly confidence: string | null;
}

const key = { primary: true } as const;

export const ObservationTable = new EntitySchema<ObservationRow>({
  name: 'observation',
  columns: {
    areaId: { ...key, type: 'integer', comment: 'Area; proven at acceptance' },
    indicatorId: {
      ...key,
      type: 'integer',
      comment: 'Indicator; proven at acceptance',
    },
    year: { ...key, type: 'smallint', comment: 'Calendar year' },
    seriesEditionId: {
      ...key,
      type: 'integer',
      comment: 'Series, edition and community; proven at acceptance',
    },
    revisionFrom: {
      ...key,
      type: 'integer',
      comment: 'First data revision that holds it',
    },
    revisionTo: {
      type: 'integer',
      nullable: true,
      comment: 'First data revision that no longer holds it; empty while live',
    },
    value: { type: 'double precision', comment: "In the indicator's unit" },
    status: { type: 'text', comment: 'Nature of the figure' },
    submissionId: {
      type: 'integer',
      comment: 'Batch it came in; proven at acceptance',
    },
    rowNumber: { type: 'integer', comment: 'Row of the spreadsheet, 1 = header' },
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
  indices: [
    {
      name: 'observation_live_idx',
      columns: ['areaId', 'indicatorId', 'year', 'seriesEditionId'],
      unique: true,
      where: 'revision_to IS NULL',
    },
    { columns: ['submissionId'] },
    { name: 'observation_ended_idx', columns: ['revisionTo'], where: 'revision_to IS NOT NULL' },
  ],
  checks: [
    { name: 'observation_year_check', expression: 'year BETWEEN 1900 AND 2200' },
    {
      name: 'observation_value_check',
      expression: "value > '-Infinity'::double precision AND value < 'Infinity'::double precision",
    },
    {
      name: 'observation_status_check',
      expression: "status IN ('normal', 'estimated', 'provisional', 'modelled', 'self_assessed', 'doubtful')",
    },
    { name: 'observation_revision_check', expression: 'revision_to > revision_from' },
    { name: 'observation_took_part_check', expression: TOOK_PART_CHECK },
    { name: 'observation_confidence_check', expression: "confidence IN ('low', 'medium', 'high')" },
  ],
});
