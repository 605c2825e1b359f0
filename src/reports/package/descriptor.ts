import type { Catalogue } from '../../catalogue/catalogue.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { citationOf, releaseAddress, type Cited } from './citation.js';
import type { PackagePart } from './package-part.js';
import { referencesOf, type Field, type TableDescription } from './package-table.js';

const PROFILES = 'https://datapackage.org/profiles/2.0';
const CC_BY = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
};
/** Where publishers' terms stand row by row. */
const ROW_BY_ROW = { path: 'LICENSE.md', title: 'Terms of the publishers, row by row' };

/** A source as a Data Package names it. */
export interface DescribedSource {
  readonly title: string;
  readonly path?: string;
}

/** One table in one form. */
export interface TableFile {
  readonly table: TableDescription;
  readonly part: PackagePart;
  readonly form: 'csv' | 'parquet';
}

/** `datapackage.json` of version 2 of the Data Package standard. Source: https://datapackage.org/standard/data-package/ */
export function describePackage(
  cited: Cited,
  catalogue: Catalogue,
  files: readonly TableFile[],
  method: PackagePart,
  sources: readonly DescribedSource[],
): unknown {
  const { framework } = catalogue;
  const citation = citationOf(cited, catalogue);
  const publisher = { title: 'IWW Progress', roles: ['publisher'] };
  return withoutUndefined({
    $schema: `${PROFILES}/datapackage.json`,
    name: `${framework.code.toLowerCase().replace(/[^a-z0-9._-]/g, '-')}-progress`,
    id: citation.url,
    title: citation.title,
    description: `${framework.description} README.md tells what is in it, LICENSE.md what may be done with it.`,
    homepage: releaseAddress(cited),
    version: cited.id,
    created: `${cited.date}T00:00:00Z`,
    citeAs: citation.text,
    licenses: [CC_BY, ROW_BY_ROW],
    contributors: [cited.publicUrl === '' ? publisher : { ...publisher, path: cited.publicUrl }],
    keywords: [framework.name, 'indicators', 'scores', 'countries'],
    sources,
    resources: [
      ...files.map(describeTable),
      {
        name: 'method',
        path: method.path,
        title: 'Settings of the scoring method',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
        bytes: method.bytes,
        hash: `sha256:${method.sha256}`,
      },
    ],
  });
}

function describeTable({ table, part, form }: TableFile): unknown {
  const { name, title, description } = table;
  return {
    name: form === 'csv' ? name : `${name}-parquet`,
    type: 'table',
    path: part.path,
    title: form === 'csv' ? title : `${title}, as Apache Parquet`,
    description,
    format: form,
    mediatype: form === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet',
    ...(form === 'csv' ? { encoding: 'utf-8' } : {}),
    bytes: part.bytes,
    hash: `sha256:${part.sha256}`,
    licenses: table.name === 'observations' ? [ROW_BY_ROW] : [CC_BY, ROW_BY_ROW],
    schema: schemaOf(table),
  };
}

/** Table Schema of version 2. Source: https://datapackage.org/standard/table-schema/ */
function schemaOf(table: TableDescription): unknown {
  const references = referencesOf(table);
  return withoutUndefined({
    $schema: `${PROFILES}/tableschema.json`,
    fields: table.fields.map(describeField),
    missingValues: [''],
    primaryKey: table.primaryKey,
    foreignKeys:
      references.length === 0
        ? undefined
        : references.map(({ fields, table: resource, columns }) => ({
            fields,
            reference: { resource, fields: columns },
          })),
  });
}

function describeField({ name, type, description, unit, required, enum: values }: Field): unknown {
  const constraints = withoutUndefined({ required, enum: values });
  return withoutUndefined({
    name,
    type,
    title: inWords(name),
    description,
    unit,
    constraints: Object.keys(constraints).length > 0 ? constraints : undefined,
  });
}

/** `mean_age_years` as `Mean age years`. */
function inWords(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
}
