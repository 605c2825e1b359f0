import { EntitySchema } from 'typeorm';

/** As stored: `null` where nothing is there. */
export interface SeriesEditionRow {
  readonly id: number;
  readonly indicatorId: number;
  readonly communityId: number;
  readonly source: string;
  readonly edition: string;
  readonly organisation: string | null;
  readonly url: string | null;
  readonly terms: string | null;
  readonly redistribution: string | null;
  readonly provenance: string | null;
  readonly notes: string | null;
}

export const SeriesEditionTable = new EntitySchema<SeriesEditionRow>({
  name: 'series_edition',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      comment: 'Key used by observations',
    },
    indicatorId: { type: 'integer', comment: 'What it measures' },
    communityId: { type: 'integer', comment: 'Who sends it' },
    source: { type: 'text', comment: 'Series code or text of the source' },
    edition: {
      type: 'text',
      comment: 'Edition: values of two editions are comparable only when the catalogue says so',
    },
    organisation: { type: 'text', nullable: true, comment: 'Publisher' },
    url: { type: 'text', nullable: true, comment: 'Where the publisher offers it' },
    terms: { type: 'text', nullable: true, comment: 'Terms of use' },
    redistribution: { type: 'text', nullable: true, comment: 'attribution, sa, nc-sa or ask' },
    provenance: { type: 'text', nullable: true, comment: 'How it came here' },
    notes: { type: 'text', nullable: true, comment: 'What to know before using it' },
  },
  uniques: [
    {
      columns: ['indicatorId', 'communityId', 'source', 'edition'],
    },
  ],
  foreignKeys: [
    {
      target: 'indicator',
      columnNames: ['indicatorId'],
      referencedColumnNames: ['id'],
    },
    {
      target: 'community',
      columnNames: ['communityId'],
      referencedColumnNames: ['id'],
    },
  ],
});
