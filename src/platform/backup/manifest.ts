import { Refusal } from '../refusal.js';

/** What a backup holds, as its last entry `manifest.json` says. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Version of the program that wrote it. */
  readonly application: string;
  /** When its snapshot was taken, RFC 3339, UTC. */
  readonly madeAt: string;
  /** Version of the PostgreSQL it came from. */
  readonly postgres: string;
  /** Names of the migrations that made its tables, oldest first; each ends in 13 digits. */
  readonly migrations: readonly string[];
  /** Code of the framework; absent before any catalogue was in force. */
  readonly framework?: string;
  /** The data revision. */
  readonly revision: number;
  /** Newest link of the audit chain; absent before there was one. */
  readonly auditHead?: AuditHead;
  /** Tables whose rows are not in it, for they do not last. */
  readonly leftOut: readonly string[];
  readonly sequences: readonly SequencePosition[];
  readonly tables: readonly TablePart[];
}

/** Number and hash of a link of the audit chain. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

/** Where a sequence stands. */
export interface SequencePosition {
  readonly name: string;
  readonly lastValue: number;
  /** Whether `lastValue` was given out. */
  readonly isCalled: boolean;
}

/** The rows of one table: an entry of the archive in PostgreSQL's COPY text format. */
export interface TablePart {
  readonly table: string;
  /** Name of the entry. */
  readonly part: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Size unpacked. */
  readonly bytes: number;
  /** Of the unpacked bytes, hex. */
  readonly sha256: string;
}

/** The entry that tells of all others. */
export const MANIFEST = 'manifest.json';
export const FORMAT = 'iww-progress backup';
export const FORMAT_VERSION = 1;

/**
 * Reads a manifest that may come from anywhere: what is returned has the shape it promises, whether or not it is true.
 * @throws Refusal when it is none of ours, or of a later kind
 */
export function readManifest(text: string): Manifest {
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== FORMAT) {
    throw new Refusal('This is no backup of IWW Progress: its manifest does not say so.');
  }
  if (value['formatVersion'] !== FORMAT_VERSION) {
    throw new Refusal(
      `This backup has format ${String(value['formatVersion'])}, and this version reads ${String(FORMAT_VERSION)}: restore it with the version that wrote it (${String(value['application'])}).`,
    );
  }
  const fault = Object.entries(SHAPE).find(([name, fits]) => !fits(value[name]))?.[0];
  if (fault !== undefined) throw new Refusal(`The manifest of this backup is damaged: see "${fault}".`);
  return value as unknown as Manifest;
}

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === 'string' && value !== '';
const isCount: Fits = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash: Fits = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const maybe =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const recordOf =
  (shape: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([name, fits]) => fits(value[name]));

const SHAPE: Readonly<Record<string, Fits>> = {
  application: isText,
  madeAt: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  postgres: isText,
  migrations: listOf((value) => isText(value) && /\d{13}$/.test(String(value))),
  framework: maybe(isText),
  revision: isCount,
  auditHead: maybe(recordOf({ number: isCount, hash: isText })),
  leftOut: listOf(isText),
  sequences: listOf(
    recordOf({ name: isText, lastValue: isCount, isCalled: (value) => typeof value === 'boolean' }),
  ),
  tables: listOf(
    recordOf({
      table: isText,
      part: isText,
      columns: listOf(isText),
      rows: isCount,
      bytes: isCount,
      sha256: isHash,
    }),
  ),
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
