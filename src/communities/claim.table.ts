import { EntitySchema } from 'typeorm';

export interface ClaimRow {
  readonly id: number;
  readonly communityId: number | null;
  readonly initiative: string;
  readonly person: string | null;
  readonly address: string | null;
  readonly evidence: string;
  readonly state: string;
  readonly sentAt: Date;
  readonly decidedBy: number | null;
  readonly decidedAt: Date | null;
  readonly conductVersion: string | null;
}

export const ClaimTable = new EntitySchema<ClaimRow>({
  name: 'community_claim',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Key' },
    communityId: {
      type: 'integer',
      nullable: true,
      comment: 'For which community; empty while only its name was told',
    },
    initiative: { type: 'text', comment: 'Name of the community as it was told' },
    person: { type: 'text', nullable: true, comment: 'Name of who asked; erased by the decision' },
    address: { type: 'text', nullable: true, comment: 'E-mail address of who asked; erased by the decision' },
    evidence: { type: 'text', comment: 'Address of a page that shows that they act for it' },
    state: { type: 'text', default: 'sent', comment: 'sent, confirmed or declined' },
    sentAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
    decidedBy: { type: 'integer', nullable: true, comment: 'Which administrator decided' },
    decidedAt: { type: 'timestamptz', nullable: true, comment: 'When, UTC' },
    conductVersion: {
      type: 'text',
      nullable: true,
      comment: 'Which version of the Code of Conduct who asked accepted',
    },
  },
  foreignKeys: [
    { target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['decidedBy'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'community_claim_state_check',
      expression: `CASE state
        WHEN 'sent' THEN num_nonnulls(person, address) = 2 AND num_nonnulls(decided_by, decided_at) = 0
        WHEN 'declined' THEN num_nonnulls(person, address) = 0 AND num_nonnulls(decided_by, decided_at) = 2
        WHEN 'confirmed' THEN num_nonnulls(person, address) = 0 AND num_nonnulls(community_id, decided_by, decided_at) = 3
        ELSE false END`,
    },
  ],
});
