import type { Observation } from '../../observations/observation.js';
import type { ReportSources } from '../report-sources.js';
import { citationOf, type Cited } from './citation.js';
import { csvFile } from './csv-file.js';
import { describePackage, type TableFile } from './descriptor.js';
import { dictionaryTable } from './dictionary-table.js';
import { partOf, type PackagePart, type PartContent } from './package-part.js';
import type { PackageTable, TableRow } from './package-table.js';
import { accompanyingPages } from './pages.js';
import { parquetFile } from './parquet.js';
import { packageTables } from './package-tables.js';
import { NOT_INCLUDED } from './tables/not-included-table.js';
import { describedSources } from './sources.js';
import { readTerms } from './terms.js';
import { zipParts } from './zip-parts.js';

/** What a package is called, and what its content alone does not tell. */
export interface PackageAbout extends Cited {
  /** SHA-256, hexadecimal, of the file that each submission came in, by the id of the submission. */
  readonly files?: ReadonlyMap<number, string>;
}

export interface BuiltPackage {
  readonly zip: Buffer;
  /** All files in the archive, in order of their paths. */
  readonly parts: readonly PackagePart[];
}

/** Tables that stand in the package as Parquet too. */
const ALSO_PARQUET = ['observations', 'scores'];

/**
 * A release as one archive that stands on its own: a Data Package of version 2 with tables, what their columns mean, the
 * method in words and settings, terms, citation, and a script that computes every score again. Nothing but its arguments
 * goes in: the same content gives the same bytes.
 */
export async function buildPackage(sources: ReportSources, about: PackageAbout): Promise<BuiltPackage> {
  const { catalogue } = sources.lookUp;
  const observations = observationsOf(sources);
  const termsOf = readTerms(catalogue, sources.seriesEditions);
  const files: TableContent[] = [];
  let leftOut: readonly TableRow[] = [];
  for await (const table of packageTables(sources, observations, termsOf, about.files ?? new Map())) {
    files.push(...(await tableFiles(table)));
    if (table.name === NOT_INCLUDED) leftOut = table.rows;
  }
  const tables = files.filter(({ form }) => form === 'csv');
  files.push(...(await tableFiles(dictionaryTable(tables.map(({ table }) => table)))));
  const method = partOf('data/method.json', `${JSON.stringify(catalogue.method, undefined, 2)}\n`);
  const described = describePackage(
    about,
    catalogue,
    files,
    method,
    describedSources(catalogue, sources.seriesEditions, observations),
  );
  const citation = citationOf(about, catalogue);
  const parts: readonly PartContent[] = [
    partOf('datapackage.json', `${JSON.stringify(described, undefined, 2)}\n`),
    partOf('CITATION.cff', citation.cff),
    partOf('citation.bib', citation.bibtex),
    method,
    ...files.map(({ part }) => part),
    ...(await accompanyingPages({ about, catalogue, citation, tables, leftOut })),
  ];
  const inOrder = [...parts].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    zip: await zipParts(inOrder),
    parts: inOrder.map(({ content: _, ...part }) => part),
  };
}

interface TableContent extends TableFile {
  readonly part: PartContent;
}

async function tableFiles(table: PackageTable): Promise<readonly TableContent[]> {
  const { rows, ...description } = table;
  const { name } = description;
  const csv = partOf(`data/${name}.csv`, await csvFile(table), rows.length);
  const files: TableContent[] = [{ table: description, form: 'csv', part: csv }];
  if (!ALSO_PARQUET.includes(name)) return files;
  const parquet = partOf(`parquet/${name}.parquet`, await parquetFile(table), rows.length);
  return [...files, { table: description, form: 'parquet', part: parquet }];
}

/** All figures in force, by area and indicator in order of their codes, oldest first. */
function observationsOf({ board, lookUp: { catalogue } }: ReportSources): readonly Observation[] {
  const areas = catalogue.areas.map(({ code }) => code).sort();
  const indicators = catalogue.indicators.map(({ code }) => code).sort();
  return areas.flatMap((area) => indicators.flatMap((indicator) => board.observations(area, indicator)));
}
