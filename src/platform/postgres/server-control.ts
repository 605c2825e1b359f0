import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { Refusal } from '../refusal.js';
import { postmasterPath, readPostmasterFile } from './postmaster-file.js';
import type { ServerHome } from './server-home.js';

/** The bundled server's superuser, who owns the one database. */
export const SERVER_USER = 'iww';
/** PostgreSQL of the bundled package. */
const MAJOR = '18';

/** How a program ended and what it said. */
interface Outcome {
  readonly ok: boolean;
  readonly said: string;
}

/**
 * Makes the cluster when there is none. Two processes may do so at once: the first to finish wins.
 * @throws Refusal when the cluster was made by another major version, or cannot be made
 */
export async function makeCluster(home: ServerHome): Promise<void> {
  const versionFile = join(home.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) await initialise(home);
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major !== MAJOR) {
    throw new Refusal(
      `The data in ${home.directory} were written by PostgreSQL ${major}, and this version brings PostgreSQL ${MAJOR}: ` +
        'run the version they were written with, or set IWW_DATA_DIR to an empty directory.',
    );
  }
}

async function initialise(home: ServerHome): Promise<void> {
  const draft = mkdtempSync(`${home.server}.`);
  const password = join(draft, basename(home.passwordFile));
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (home.account) for (const path of [draft, password]) chownSync(path, home.account.uid, home.account.gid);
  const { ok, said } = await run(home, 'initdb', [
    ...['--pgdata', join(draft, basename(home.cluster)), '--username', SERVER_USER, '--pwfile', password],
    ...[
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
      '--locale-provider',
      'builtin',
      '--builtin-locale',
      'C.UTF-8',
    ],
    ...['--locale', 'C', '--set', 'listen_addresses=127.0.0.1', '--set', 'unix_socket_directories='],
    ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC', '--no-instructions'],
  ]);
  if (!ok) throw new Refusal(`PostgreSQL could not make its files in ${home.directory}: ${lastLine(said)}`);
  try {
    renameSync(draft, home.server);
  } catch (error) {
    if (!existsSync(home.server)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/**
 * Starts the server on the loopback interface and waits until it answers.
 * @param port a free one when absent
 * @returns why it did not start, `undefined` when it did
 */
export async function startServer(
  home: ServerHome,
  settings: readonly string[],
  port?: number,
): Promise<string | undefined> {
  forgetRecycledProcess(home);
  const options = [
    `-p ${String(port ?? (await freePort()))}`,
    ...settings.map((setting) => `-c ${setting}`),
  ].join(' ');
  const { ok, said } = await run(home, 'pg_ctl', [
    ...['start', '--wait', '--timeout', '120', '--silent', '--pgdata', home.cluster],
    ...['--log', home.logFile, '--options', options],
  ]);
  if (ok) return undefined;
  const log = existsSync(home.logFile) ? readFileSync(home.logFile, 'utf8') : '';
  return (
    /^.*(?:FATAL|PANIC): .*$/m.exec(log.slice(log.lastIndexOf('starting PostgreSQL')))?.[0] ??
    (lastLine(log) || lastLine(said))
  );
}

/** Stops the server, ending its sessions, and waits until it is down. */
export async function stopServer(home: ServerHome): Promise<void> {
  const options = [
    'stop',
    '--wait',
    '--timeout',
    '60',
    '--silent',
    '--mode',
    'fast',
    '--pgdata',
    home.cluster,
  ];
  const { ok, said } = await run(home, 'pg_ctl', options);
  if (!ok && readPostmasterFile(home.cluster)) throw new Error(`PostgreSQL did not stop: ${lastLine(said)}`);
}

/** After a crash another program may have the number written in `postmaster.pid`; PostgreSQL would then not start. */
function forgetRecycledProcess(home: ServerHome): void {
  const written = readPostmasterFile(home.cluster);
  if (!written) return;
  const commandFile = `/proc/${String(written.pid)}/cmdline`;
  if (!existsSync(commandFile)) return;
  const command = readFileSync(commandFile, 'utf8').split('\0');
  const cluster = command[command.indexOf('-D') + 1];
  if (cluster === undefined || resolve(cluster) !== home.cluster) rmSync(postmasterPath(home.cluster));
}

function run(home: ServerHome, program: string, args: readonly string[]): Promise<Outcome> {
  const identity = home.account ? { uid: home.account.uid, gid: home.account.gid } : {};
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  return new Promise((done) => {
    execFile(
      join(home.binaries, program),
      args,
      { cwd: home.directory, env, ...identity },
      (error, stdout, stderr) => {
        done({ ok: error === null, said: stderr || stdout || (error?.message ?? '') });
      },
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        done(port);
      });
    });
  });
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
