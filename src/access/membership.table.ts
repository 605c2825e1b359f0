import { EntitySchema } from 'typeorm';

export interface MembershipRow {
  readonly contributorId: number;
  readonly communityId: number;
  readonly roles: readonly string[];
  readonly leftAt: Date | null;
}

export const MembershipTable = new EntitySchema<MembershipRow>({
  name: 'membership',
  columns: {
    contributorId: {
      type: 'integer',
      primary: true,
      comment: 'Who',
    },
    communityId: {
      type: 'integer',
      primary: true,
      comment: 'Belongs to which community',
    },
    roles: {
      type: 'text',
      array: true,
      comment:
        'submitter: sends for it; reviewer: decides on what other communities send; respondent: replies to figures about it or its State; none: has left',
    },
    leftAt: {
      type: 'timestamptz',
      nullable: true,
      comment: 'When they left, UTC; that they belonged stays known, so that four eyes hold',
    },
  },
  foreignKeys: [
    {
      target: 'contributor',
      columnNames: ['contributorId'],
      referencedColumnNames: ['id'],
    },
    {
      target: 'community',
      columnNames: ['communityId'],
      referencedColumnNames: ['id'],
    },
  ],
  checks: [
    {
      name: 'membership_roles_check',
      expression:
        "roles <@ ARRAY['submitter', 'reviewer', 'respondent'] AND (cardinality(roles) = 0) = (left_at IS NOT NULL)",
    },
  ],
});
