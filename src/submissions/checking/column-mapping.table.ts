import { EntitySchema } from 'typeorm';
import type { ColumnMapping } from '../reading/given.js';

export interface ColumnMappingRow {
  readonly communityId: number;
  readonly headerKey: string;
  readonly mapping: ColumnMapping;
  readonly mappedAt: Date;
}

export const ColumnMappingTable = new EntitySchema<ColumnMappingRow>({
  name: 'column_mapping',
  columns: {
    communityId: { type: 'integer', primary: true, comment: 'Who said so' },
    headerKey: { type: 'text', primary: true, comment: 'SHA-256 of the cells of the header, hex' },
    mapping: { type: 'jsonb', comment: 'Our column for a header or letter; none passes it over' },
    mappedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When it was said last, UTC' },
  },
  foreignKeys: [{ target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] }],
});
