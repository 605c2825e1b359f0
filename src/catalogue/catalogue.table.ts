import { EntitySchema } from 'typeorm';
import type { Catalogue } from './catalogue.js';

export interface CatalogueVersionRow {
  readonly id: number;
  readonly framework: string;
  readonly contentHash: string;
  readonly content: Catalogue;
  readonly loadedAt: Date;
}

/** A code of the catalogue and the integer that stands for it in growing tables, for ever. */
export interface CatalogueKeyRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly retired: boolean;
}

export const CatalogueVersionTable = new EntitySchema<CatalogueVersionRow>({
  name: 'catalogue_version',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      primaryKeyConstraintName: 'catalogue_version_pkey',
      comment: 'Counts up',
    },
    framework: { type: 'text', comment: 'Code of the framework; one per installation' },
    contentHash: { type: 'text', name: 'content_hash', comment: 'SHA-256 of the canonical content, hex' },
    content: { type: 'jsonb', comment: 'The catalogue as loaded' },
    loadedAt: {
      type: 'timestamptz',
      name: 'loaded_at',
      default: () => 'now()',
      comment: 'When it was loaded, UTC',
    },
  },
});

export const AreaTable = new EntitySchema<CatalogueKeyRow>({
  name: 'area',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      primaryKeyConstraintName: 'area_pkey',
      comment: 'Key used by growing tables',
    },
    code: { type: 'text', comment: 'ISO 3166-1 alpha-3' },
    name: { type: 'text', comment: 'Display name in English' },
    retired: { type: 'boolean', default: false, comment: 'No longer in the seed catalogue' },
  },
  uniques: [{ name: 'area_code_key', columns: ['code'] }],
});

export const IndicatorTable = new EntitySchema<CatalogueKeyRow>({
  name: 'indicator',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      primaryKeyConstraintName: 'indicator_pkey',
      comment: 'Key used by growing tables',
    },
    code: { type: 'text', comment: 'Code in the seed catalogue' },
    name: { type: 'text', comment: 'Display name in English' },
    retired: { type: 'boolean', default: false, comment: 'No longer in the seed catalogue' },
  },
  uniques: [{ name: 'indicator_code_key', columns: ['code'] }],
});
