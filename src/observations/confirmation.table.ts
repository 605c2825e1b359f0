import { EntitySchema } from 'typeorm';

/** A confirmation (`Confirmation`) as stored: the latest of each community; earlier ones are in the audit. */
export interface ConfirmationRow {
  readonly areaId: number;
  readonly indicatorId: number;
  readonly communityId: number;
  readonly contributorId: number;
  readonly year: number | null;
  readonly confirmedAt: Date;
}

export const ConfirmationTable = new EntitySchema<ConfirmationRow>({
  name: 'confirmation',
  columns: {
    areaId: { type: 'integer', primary: true, comment: 'Area of the figure' },
    indicatorId: { type: 'integer', primary: true, comment: 'Indicator of the figure' },
    communityId: { type: 'integer', primary: true, comment: 'Community in whose name it is said' },
    contributorId: { type: 'integer', comment: 'Who said it last' },
    year: {
      type: 'integer',
      nullable: true,
      comment: 'Year of the newest figure that was held then; null when none was',
    },
    confirmedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When it was said last, UTC' },
  },
  foreignKeys: [
    { target: 'area', columnNames: ['areaId'], referencedColumnNames: ['id'] },
    { target: 'indicator', columnNames: ['indicatorId'], referencedColumnNames: ['id'] },
    { target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
});
