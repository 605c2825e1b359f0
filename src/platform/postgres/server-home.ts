import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { serverAccount, type ServerAccount } from './server-account.js';
import { serverBinaries } from './server-binaries.js';

/** Where the bundled PostgreSQL lives and as whom it runs. */
export interface ServerHome {
  /** Directory with `initdb`, `pg_ctl` and `postgres`. */
  readonly binaries: string;
  /** Directory of this server alone: cluster, password, log; readable by its user only. */
  readonly directory: string;
  /** Appears whole, with cluster and password, once the cluster is made. */
  readonly server: string;
  /** The cluster (PGDATA). */
  readonly cluster: string;
  /** Holds the superuser's password. */
  readonly passwordFile: string;
  readonly logFile: string;
  /** `undefined`: the user who asks. */
  readonly account: ServerAccount | undefined;
}

/** For the data of a server whose user cannot reach the data directory, such as inside root's own home. */
const ELSEWHERE = '/var/lib/iww-progress';

/**
 * Finds, and makes where missing, the place of the bundled server for a data directory.
 * @param say told in one line each time something lands outside the data directory
 * @throws Refusal when the server cannot run here
 */
export function serverHome(dataDirectory: string, say: (line: string) => void): ServerHome {
  const wanted = resolve(dataDirectory, 'postgres');
  const account = serverAccount(wanted, say);
  mkdirSync(dataDirectory, { recursive: true, mode: account ? 0o711 : 0o700 });
  const directory = !account || canEnter(dirname(wanted), account) ? wanted : elsewhere(wanted, say);
  if (!existsSync(directory)) {
    mkdirSync(directory, { mode: 0o700 });
    if (account) chownSync(directory, account.uid, account.gid);
  }
  const server = join(directory, 'server');
  return {
    binaries: serverBinaries(account, say),
    directory,
    server,
    cluster: join(server, 'cluster'),
    passwordFile: join(server, 'password'),
    logFile: join(directory, 'log'),
    account,
  };
}

function elsewhere(wanted: string, say: (line: string) => void): string {
  const hash = createHash('sha256').update(dirname(wanted)).digest('hex').slice(0, 12);
  const directory = join(ELSEWHERE, hash, 'postgres');
  if (!existsSync(directory))
    say(`PostgreSQL's user cannot enter this folder: its data are kept in ${directory}.`);
  mkdirSync(dirname(directory), { recursive: true });
  for (const open of [ELSEWHERE, dirname(directory)]) chmodSync(open, 0o711);
  return directory;
}

function canEnter(directory: string, { uid, gid }: ServerAccount): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { cwd: '/', uid, gid }).status === 0;
}
