import { EntitySchema } from 'typeorm';

export interface DataRevisionRow {
  readonly id: number;
  readonly revision: number;
}

export const DataRevisionTable = new EntitySchema<DataRevisionRow>({
  name: 'data_revision',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      comment: 'Always 1',
    },
    revision: { type: 'integer', comment: 'Counts up with each change of the facts' },
  },
  checks: [{ name: 'data_revision_id_check', expression: 'id = 1' }],
});
