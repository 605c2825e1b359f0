import { EntitySchema } from 'typeorm';

export interface ConductAcceptanceRow {
  readonly contributorId: number;
  readonly version: string;
  readonly channel: string;
  readonly acceptedAt: Date;
}

export const ConductAcceptanceTable = new EntitySchema<ConductAcceptanceRow>({
  name: 'conduct_acceptance',
  columns: {
    contributorId: { type: 'integer', primary: true, comment: 'Who accepted it' },
    version: { type: 'text', primary: true, comment: 'Which version' },
    channel: {
      type: 'text',
      comment: 'How: on a page, over the interface, with a claim, or told by who made the key',
    },
    acceptedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  foreignKeys: [{ target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] }],
  checks: [
    {
      name: 'conduct_acceptance_channel_check',
      expression: "channel IN ('page', 'interface', 'claim', 'operator')",
    },
  ],
});
