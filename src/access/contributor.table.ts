import { EntitySchema } from 'typeorm';

export interface ContributorRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly globalRoles: readonly string[];
  readonly createdAt: Date;
}

export const ContributorTable = new EntitySchema<ContributorRow>({
  name: 'contributor',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      comment: 'Key',
    },
    name: { type: 'text', comment: 'Name to tell it by; not published' },
    kind: {
      type: 'text',
      default: 'person',
      comment: 'Person, system of a community, or this installation itself',
    },
    globalRoles: {
      type: 'text',
      array: true,
      default: '{}',
      comment: 'Roles held in the whole installation',
    },
    createdAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'When it was added, UTC',
    },
  },
  checks: [
    { name: 'contributor_kind_check', expression: "kind IN ('person', 'system', 'installation')" },
    {
      name: 'contributor_global_roles_check',
      expression: "global_roles <@ ARRAY['administrator', 'auditor', 'publisher']",
    },
  ],
});
