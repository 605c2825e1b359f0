import { EntitySchema } from 'typeorm';

export interface ContributorRow {
  readonly id: number;
  readonly name: string | null;
  readonly kind: string;
  readonly globalRoles: readonly string[];
  readonly createdAt: Date;
  readonly version: number;
  readonly erasedAt: Date | null;
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
    name: {
      type: 'text',
      nullable: true,
      comment: 'Name to tell it by; not published, and empty once it is erased',
    },
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
    version: {
      type: 'integer',
      default: 1,
      comment: 'Counts changes of its roles, so that nobody overwrites what they did not see',
    },
    erasedAt: { type: 'timestamptz', nullable: true, comment: 'When all that names it was erased, UTC' },
  },
  checks: [
    { name: 'contributor_kind_check', expression: "kind IN ('person', 'system', 'installation')" },
    {
      name: 'contributor_global_roles_check',
      expression: "global_roles <@ ARRAY['administrator', 'auditor', 'publisher', 'moderator']",
    },
    {
      name: 'contributor_erased_check',
      expression: "(erased_at IS NULL) = (name IS NOT NULL) AND (erased_at IS NULL OR global_roles = '{}')",
    },
  ],
});
