import { ApiProperty } from '@nestjs/swagger';
import type { ReleaseReport } from '../../reports/releases/release-report.js';
import type { Release } from '../../scoring/releases/release.js';
import { StatementResponse, statementResponse } from '../reports/statement.response.js';

const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A release in a list. */
export class ReleaseLineResponse {
  @ApiProperty({ type: String, description: 'Its name', example: '2026-1' })
  readonly id!: string;

  @ApiProperty({ type: String, format: 'date', description: 'The day it carries', example: '2026-11-23' })
  readonly date!: string;

  @ApiProperty({
    enum: ['prepared', 'published'],
    description: 'What is published stays',
    example: 'published',
  })
  readonly state!: string;

  @ApiProperty({ type: String, description: 'Edition of the index', example: '2026' })
  readonly edition!: string;

  @ApiProperty({ type: String, description: 'Version of the scoring method', example: '1.0' })
  readonly methodVersion!: string;

  @ApiProperty({ type: Number, description: 'Data revision it stands on', example: 42 })
  readonly revision!: number;

  @ApiProperty({ type: Number, description: 'Version of the catalogue it stands on', example: 3 })
  readonly catalogueVersion!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was frozen',
    example: '2026-11-23T09:00:00.000Z',
  })
  readonly preparedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was published',
    example: '2026-11-23T10:00:00.000Z',
  })
  readonly publishedAt!: string | null;

  @ApiProperty({ type: String, description: 'SHA-256 of its manifest, hex', example: SHA })
  readonly manifestSha256!: string;

  @ApiProperty({ type: String, nullable: true, description: 'What its makers say of it', example: null })
  readonly note!: string | null;
}

export class ReleaseListResponse {
  @ApiProperty({ type: [ReleaseLineResponse], description: 'The newest first' })
  readonly items!: readonly ReleaseLineResponse[];
}

/** A file of a release. */
export class ReleaseFileResponse {
  @ApiProperty({ type: String, description: 'Name of the file', example: 'package.zip' })
  readonly name!: string;

  @ApiProperty({ type: String, description: 'Media type', example: 'application/zip' })
  readonly mediaType!: string;

  @ApiProperty({ type: Number, description: 'Bytes', example: 1843200 })
  readonly size!: number;

  @ApiProperty({ type: String, description: 'SHA-256 of the file, hex', example: SHA })
  readonly sha256!: string;

  @ApiProperty({ type: String, description: 'Address', example: '/api/v1/releases/2026-1/package.zip' })
  readonly address!: string;
}

/** A file inside of the package of a release. */
export class PackagedFileResponse {
  @ApiProperty({ type: String, description: 'Its place in the package', example: 'data/scores.csv' })
  readonly path!: string;

  @ApiProperty({ type: Number, description: 'Its length', example: 182044 })
  readonly bytes!: number;

  @ApiProperty({ type: String, description: 'SHA-256 of the file, hex', example: SHA })
  readonly sha256!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Of a table: its rows', example: 18624 })
  readonly rows!: number | null;
}

export class CitationResponse {
  @ApiProperty({ type: String, description: 'As text', example: 'IWW Progress (2026). Release 2026-1.' })
  readonly text!: string;

  @ApiProperty({
    type: String,
    description: 'As BibTeX',
    example: '@misc{iww-progress-2026-1, title = {IWW Progress}}',
  })
  readonly bibtex!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where it stands; null where the operator did not say where the installation is reached',
    example: 'https://progress.example.org/en/releases/2026-1',
  })
  readonly url!: string | null;
}

/** A release, with what it is made of and how to cite it. */
export class ReleaseResponse extends ReleaseLineResponse {
  @ApiProperty({ type: Number, description: 'Figures it holds', example: 48213 })
  readonly observations!: number;

  @ApiProperty({
    type: Number,
    description: 'Levels and scores it holds, and reasons why there is none',
    example: 38024,
  })
  readonly scores!: number;

  @ApiProperty({
    type: Number,
    description: 'Seed of the repetitions behind the ranges of scores',
    example: 20260101,
  })
  readonly seed!: number;

  @ApiProperty({ type: Number, description: 'So many repetitions', example: 1000 })
  readonly replicates!: number;

  @ApiProperty({ type: [ReleaseFileResponse], description: 'Files to be downloaded' })
  readonly files!: readonly ReleaseFileResponse[];

  @ApiProperty({ type: [PackagedFileResponse], description: 'Files inside of package.zip' })
  readonly packaged!: readonly PackagedFileResponse[];

  @ApiProperty({ type: CitationResponse, description: 'How to cite it' })
  readonly citation!: CitationResponse;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The published release before it',
    example: '2025-1',
  })
  readonly before!: string | null;

  @ApiProperty({
    type: [StatementResponse],
    description: 'Statements that came later: they stand beside the release, never in its files',
  })
  readonly laterStatements!: readonly StatementResponse[];
}

export function releaseLineResponse(release: Release): ReleaseLineResponse {
  const { id, date, state, edition, methodVersion, revision, catalogueVersion, preparedAt } = release;
  const { publishedAt, manifestSha256, note } = release;
  return {
    ...{ id, date, state, edition, methodVersion, revision, catalogueVersion },
    preparedAt: preparedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    manifestSha256,
    note: note ?? null,
  };
}

export function releaseResponse(report: ReleaseReport): ReleaseResponse {
  const { release, manifest, files, before, laterStatements } = report;
  const { observations, scores, intervals, citation } = manifest;
  return {
    ...releaseLineResponse(release),
    observations: observations.count,
    scores: scores.count,
    seed: intervals.seed,
    replicates: intervals.replicates,
    files: files.map(({ name, mediaType, size, sha256 }) => ({
      ...{ name, mediaType, size, sha256 },
      address: `/api/v1/releases/${release.id}/${name}`,
    })),
    packaged: manifest.package.map(({ path, bytes, sha256, rows }) => ({
      path,
      bytes,
      sha256,
      rows: rows ?? null,
    })),
    citation: { text: citation.text, bibtex: citation.bibtex, url: citation.url ?? null },
    before: before ?? null,
    laterStatements: laterStatements.map(statementResponse),
  };
}
