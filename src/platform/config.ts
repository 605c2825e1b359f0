import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDatabaseUrl, readMigrationUrl } from './database-url.js';
import { readMailAccount, type MailAccount } from './mail-account.js';
import { LOG_DETAILS, type LogDetail } from './http/log-detail.js';
import { nearestWord } from './nearest-word.js';
import { readOpenIdAccount, type OpenIdAccount } from './openid-account.js';
import { OPERATOR_NAMES, readOperator, type Operator } from './operator.js';
import { readRates, type Rates } from './http/rates.js';
import { readTrustedProxies } from './http/trusted-proxy.js';
import { Refusal } from './refusal.js';

/** The settings of this installation, read once at the start. */
export interface Config {
  /** TCP port of the web server; 0 takes a free one. */
  readonly port: number;
  /** Address it listens on. */
  readonly host: string;
  /** TCP port of the loopback interface that shows figures about the operation; `undefined`: none does. */
  readonly metricsPort: number | undefined;
  /** How much is logged. */
  readonly log: LogDetail;
  /** PostgreSQL to use; `undefined`: the bundled one. */
  readonly databaseUrl: string | undefined;
  /** The same database as its tables' owner; `undefined`: the server owns them. */
  readonly databaseMigrationUrl: string | undefined;
  /** Absolute path of the directory for data and spooled uploads. */
  readonly dataDirectory: string;
  /** Absolute path of the catalogue's files. */
  readonly seedsDirectory: string;
  /** Absolute path of further folders of reports, beside those of the program; `undefined`: there are none. */
  readonly reportsDirectory: string | undefined;
  /** The first administrator key to be; `undefined`: one is made and shown once. */
  readonly bootstrapKey: string | undefined;
  /** Larger files are checked by and by, bytes. */
  readonly jobBytes: number;
  /** Where readers reach this installation, without a slash at the end; `undefined`: where it listens. */
  readonly publicUrl: string | undefined;
  /** Where people report a weakness, as a URI; `undefined`: as the policy of the repository says. */
  readonly securityContact: string | undefined;
  /** By which mails go out; `undefined`: none do. */
  readonly mail: MailAccount | undefined;
  /** Addresses and networks of proxies, whose `X-Forwarded-*` headers count. */
  readonly trustedProxies: readonly string[];
  /** How much one caller may ask of this process. */
  readonly rates: Rates;
  /** By which provider people may sign in; `undefined`: by key alone. */
  readonly openId: OpenIdAccount | undefined;
  /** Who runs it, as told to readers. */
  readonly operator: Operator;
}

/** Token the settings are injected by. */
export const CONFIG = Symbol('Config');

const OWN_NAMES = [
  'IWW_DATA_DIR',
  'IWW_SEEDS',
  'IWW_REPORTS',
  'IWW_BOOTSTRAP_KEY',
  'IWW_JOB_BYTES',
  'IWW_PUBLIC_URL',
  'IWW_MAIL_FROM',
  'IWW_LOG',
  'IWW_SECURITY_CONTACT',
  'IWW_TRUST_PROXY',
  'IWW_RATE_READS',
  'IWW_RATE_WRITES',
  'IWW_RATE_SIGN_INS',
  'IWW_OIDC_ISSUER',
  'IWW_OIDC_CLIENT_ID',
  'IWW_OIDC_CLIENT_SECRET',
  ...OPERATOR_NAMES,
] as const;
type Name =
  | (typeof OWN_NAMES)[number]
  | 'PORT'
  | 'HOST'
  | 'METRICS_PORT'
  | 'DATABASE_URL'
  | 'DATABASE_MIGRATION_URL'
  | 'SMTP_URL';

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
    port: readPort('PORT', valueOf('PORT') ?? '3000'),
    metricsPort: mapped(valueOf('METRICS_PORT'), (value) => readPort('METRICS_PORT', value)),
    log: readLogDetail(valueOf('IWW_LOG') ?? 'error'),
    host: readHost(valueOf('HOST') ?? '127.0.0.1'),
    databaseUrl: readDatabaseUrl('DATABASE_URL', valueOf('DATABASE_URL')),
    databaseMigrationUrl: readMigrationUrl(valueOf('DATABASE_MIGRATION_URL'), valueOf('DATABASE_URL')),
    dataDirectory: resolve(root, valueOf('IWW_DATA_DIR') ?? '.data'),
    seedsDirectory: resolve(root, valueOf('IWW_SEEDS') ?? 'seeds'),
    reportsDirectory: mapped(valueOf('IWW_REPORTS'), (value) => resolve(root, value)),
    bootstrapKey: readBootstrapKey(valueOf('IWW_BOOTSTRAP_KEY')),
    jobBytes: readJobBytes(valueOf('IWW_JOB_BYTES') ?? '5000000'),
    publicUrl: readPublicUrl(valueOf('IWW_PUBLIC_URL')),
    securityContact: readSecurityContact(valueOf('IWW_SECURITY_CONTACT')),
    mail: readMailAccount(valueOf('SMTP_URL'), valueOf('IWW_MAIL_FROM'), valueOf('IWW_PUBLIC_URL')),
    trustedProxies: readTrustedProxies(valueOf('IWW_TRUST_PROXY')),
    rates: readRates(valueOf),
    openId: readOpenIdAccount(
      valueOf('IWW_OIDC_ISSUER'),
      valueOf('IWW_OIDC_CLIENT_ID'),
      valueOf('IWW_OIDC_CLIENT_SECRET'),
    ),
    operator: readOperator(valueOf, root),
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

function mapped<Result>(value: string | undefined, read: (value: string) => Result): Result | undefined {
  return value === undefined ? undefined : read(value);
}

function readLogDetail(value: string): LogDetail {
  const detail = LOG_DETAILS.find((known) => known === value);
  if (detail !== undefined) return detail;
  throw new Refusal(`IWW_LOG is "${value}": it must be one of ${LOG_DETAILS.join(', ')}.`);
}

function readPort(name: 'PORT' | 'METRICS_PORT', value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Refusal(`${name} is "${value}": it must be a whole number from 0 to 65535, such as 3000.`);
}

function readHost(value: string): string {
  if (/^[\w.:-]+$/.test(value)) return value;
  throw new Refusal(
    `HOST is "${value}": it must be an address or a host name, such as 127.0.0.1 or 0.0.0.0.`,
  );
}

function readSecurityContact(value: string | undefined): string | undefined {
  if (value === undefined || (/^(https|mailto|tel):[^\s]+$/.test(value) && URL.canParse(value))) return value;
  throw new Refusal(
    `IWW_SECURITY_CONTACT is "${value}": it must be an address such as https://example.org/security or mailto:security@example.org.`,
  );
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
