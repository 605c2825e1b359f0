import { EntitySchema } from 'typeorm';
import type { Meeting } from './community.js';

/** As stored: `null` where nothing is there. */
export interface CommunityRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: string;
  readonly areas: readonly string[];
  readonly region: string | null;
  readonly established: number | null;
  readonly website: string | null;
  readonly source: string | null;
  readonly stakeholder: string | null;
  readonly languages: readonly string[];
  readonly meetings: readonly Meeting[];
  readonly hidden: boolean;
  readonly settled: readonly string[];
  readonly version: number;
}

export const CommunityTable = new EntitySchema<CommunityRow>({
  name: 'community',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      primaryKeyConstraintName: 'community_pkey',
      comment: 'Key',
    },
    code: { type: 'text', comment: 'Stable short code used in addresses and commands' },
    name: { type: 'text', comment: 'Name it gives itself' },
    acronym: { type: 'text', nullable: true, comment: 'Acronym, if any' },
    kind: { type: 'text', comment: 'Sort of initiative; system is the installation itself' },
    areas: { type: 'text', array: true, default: '{}', comment: 'ISO 3166-1 alpha-3 codes it stands for' },
    region: { type: 'text', nullable: true, comment: 'Region it works in' },
    established: { type: 'integer', nullable: true, comment: 'Year of its first meeting' },
    website: { type: 'text', nullable: true, comment: 'Address of its site' },
    source: { type: 'text', nullable: true, comment: 'Where its existence is documented' },
    stakeholder: {
      type: 'text',
      nullable: true,
      comment: 'Stakeholder group it belongs to; empty: several, or not told',
    },
    languages: {
      type: 'text',
      array: true,
      default: '{}',
      comment: 'BCP 47 codes of the languages it works in',
    },
    meetings: {
      type: 'jsonb',
      default: [],
      comment: 'Its meetings, the latest first: year, place and address of the report',
    },
    hidden: { type: 'boolean', default: false, comment: 'Not confirmed yet: shown nowhere' },
    settled: {
      type: 'text',
      array: true,
      default: '{}',
      comment: 'Columns that an administrator settled here: the seeds leave them alone',
    },
    version: {
      type: 'integer',
      default: 1,
      comment: 'Counts changes, so that nobody overwrites what they did not see',
    },
  },
  uniques: [{ name: 'community_code_key', columns: ['code'] }],
  checks: [
    {
      name: 'community_kind_check',
      expression: "kind IN ('national', 'sub-regional', 'regional', 'youth', 'other', 'system')",
    },
    {
      name: 'community_stakeholder_check',
      expression: `stakeholder IN ('government', 'private_sector', 'civil_society', 'technical_community', 'academia',
        'international_organisation')`,
    },
    { name: 'community_meetings_check', expression: "jsonb_typeof(meetings) = 'array'" },
  ],
});
