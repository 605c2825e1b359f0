import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bin/prepare.mjs';

/** An installation of its own in `directory`, on the bundled PostgreSQL. */
export function installation(directory) {
  chmodSync(directory, 0o711); // under root the database runs as a user of its own
  const unlimited = { IWW_RATE_READS: '99999999', IWW_RATE_WRITES: '99999999' };
  const environment = { ...process.env, ...unlimited, IWW_DATA_DIR: join(directory, 'data'), PORT: '0' };
  delete environment.DATABASE_URL;
  const run = (script, ...args) =>
    spawn(process.execPath, [join(root, script), ...args], { cwd: root, env: environment });

  return {
    /** Starts the server and waits until it says where it is. */
    async start() {
      const begun = performance.now();
      const child = run('bin/start.mjs');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const url = await firstMatch(child, /http:\/\/\S+(?=\/$)/m);
      return {
        url,
        pid: child.pid,
        readySeconds: (performance.now() - begun) / 1000,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
    },
    /** Runs one operator command to its end; gives what it printed as JSON. */
    async command(...args) {
      const child = run('bin/iww.mjs', ...args, '--json');
      let printed = '';
      child.stdout.on('data', (chunk) => (printed += chunk));
      child.stderr.on('data', (chunk) => (printed += chunk));
      const code = await new Promise((resolve) => child.once('close', resolve));
      if (code !== 0) throw new Error(`iww ${args.join(' ')} ended with ${String(code)}: ${printed}`);
      return JSON.parse(printed);
    },
  };
}

function firstMatch(child, pattern) {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
        const [match] = pattern.exec(printed) ?? [];
        if (match) resolve(match);
      });
    }
    child.once('exit', () => reject(new Error(`The server ended: ${printed}`)));
  });
}
