import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMailAccount, type MailAccount } from './mail-account.js';
import { nearestWord } from './nearest-word.js';
import { Refusal } from './refusal.js';

/** The settings of this installation, read once at the start. */
export interface Config {
  /** TCP port of the web server; 0 takes a free one. */
  readonly port: number;
  /** Address it listens on. */
  readonly host: string;
  /** PostgreSQL to use; `undefined`: the bundled one. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the directory for data and spooled uploads. */
  readonly dataDirectory: string;
  /** Absolute path of the catalogue's files. */
  readonly seedsDirectory: string;
  /** The first administrator key to be; `undefined`: one is made and shown once. */
  readonly bootstrapKey: string | undefined;
  /** Larger files are checked by and by, bytes. */
  readonly jobBytes: number;
  /** Where readers reach this installation, without a slash at the end; `undefined`: where it listens. */
  readonly publicUrl: string | undefined;
  /** By which mails go out; `undefined`: none do. */
  readonly mail: MailAccount | undefined;
}

/** Token the settings are injected by. */
export const CONFIG = Symbol('Config');

const OWN_NAMES = [
  'IWW_DATA_DIR',
  'IWW_SEEDS',
  'IWW_BOOTSTRAP_KEY',
  'IWW_JOB_BYTES',
  'IWW_PUBLIC_URL',
  'IWW_MAIL_FROM',
] as const;
type Name = (typeof OWN_NAMES)[number] | 'PORT' | 'HOST' | 'DATABASE_URL' | 'SMTP_URL';

/**
 * The settings of this process: its environment, and for what is not set there the file `.env`.
 * @param root directory of the installation
 * @throws Refusal as `readConfig`
 */
export function loadConfig(root: string): Config {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env, root);
}

/**
 * Reads and checks the settings. An empty value counts as none.
 * @param environment variables of the process
 * @param root directory that relative paths start from
 * @throws Refusal naming the variable, its value where that is no secret, and what a right value looks like
 */
export function readConfig(environment: NodeJS.ProcessEnv, root: string): Config {
  refuseUnknown(environment);
  const valueOf = (name: Name): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  return {
    port: readPort(valueOf('PORT') ?? '3000'),
    host: readHost(valueOf('HOST') ?? '127.0.0.1'),
    databaseUrl: readDatabaseUrl(valueOf('DATABASE_URL')),
    dataDirectory: resolve(root, valueOf('IWW_DATA_DIR') ?? '.data'),
    seedsDirectory: resolve(root, valueOf('IWW_SEEDS') ?? 'seeds'),
    bootstrapKey: readBootstrapKey(valueOf('IWW_BOOTSTRAP_KEY')),
    jobBytes: readJobBytes(valueOf('IWW_JOB_BYTES') ?? '5000000'),
    publicUrl: readPublicUrl(valueOf('IWW_PUBLIC_URL')),
    mail: readMailAccount(valueOf('SMTP_URL'), valueOf('IWW_MAIL_FROM'), valueOf('IWW_PUBLIC_URL')),
  };
}

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  const known: readonly string[] = OWN_NAMES;
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('IWW_') || known.includes(name)) continue;
    const nearest = nearestWord(name, known);
    const advice =
      nearest === undefined ? `the settings are ${known.join(', ')}` : `did you mean ${nearest}?`;
    throw new Refusal(`${name} is no setting of IWW Progress: ${advice}`);
  }
}

function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Refusal(`PORT is "${value}": it must be a whole number from 0 to 65535, such as 3000.`);
}

function readHost(value: string): string {
  if (/^[\w.:-]+$/.test(value)) return value;
  throw new Refusal(
    `HOST is "${value}": it must be an address or a host name, such as 127.0.0.1 or 0.0.0.0.`,
  );
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return value;
  throw new Refusal('DATABASE_URL must look like postgresql://user:password@host:5432/database.');
}

function readBootstrapKey(value: string | undefined): string | undefined {
  if (value === undefined || /^[\w-]{32,128}$/.test(value)) return value;
  throw new Refusal(
    `IWW_BOOTSTRAP_KEY has ${String(value.length)} characters: it must be 32 to 128 random letters, digits, "-" or "_", ` +
      'such as the output of: openssl rand -hex 32',
  );
}

function readJobBytes(value: string): number {
  if (/^\d{1,10}$/.test(value)) return Number(value);
  throw new Refusal(`IWW_JOB_BYTES is "${value}": it must be a whole number of bytes, such as 5000000.`);
}

function readPublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain =
    url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  if (plain) return url.href.replace(/\/+$/, '');
  throw new Refusal(
    `IWW_PUBLIC_URL is "${value}": it must be the address readers use, such as https://progress.example.org.`,
  );
}
