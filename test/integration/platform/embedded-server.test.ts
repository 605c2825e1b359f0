import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openEmbeddedServer, type EmbeddedServer } from '../../../src/platform/postgres/embedded-server.js';
import { readPostmasterFile } from '../../../src/platform/postgres/postmaster-file.js';
import { Refusal } from '../../../src/platform/refusal.js';

const support = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'support');

describe('the bundled PostgreSQL', () => {
  let dataDirectory: string;
  let opened: EmbeddedServer[];
  const serverFile = (name: string): string => join(dataDirectory, 'postgres', 'server', name);
  const running = (): ReturnType<typeof readPostmasterFile> => readPostmasterFile(serverFile('cluster'));

  const open = async (): Promise<EmbeddedServer> => {
    const server = await openEmbeddedServer({ dataDirectory, say: () => undefined });
    opened.push(server);
    return server;
  };

  const ask = async <Row extends object>({ url }: EmbeddedServer, sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  async function answering(server: EmbeddedServer): Promise<void> {
    for (;;) {
      await pause(50);
      if ((await ask(server, 'SELECT 1').catch(() => undefined)) !== undefined) return;
    }
  }

  beforeEach(async () => {
    opened = [];
    dataDirectory = await mkdtemp(join(tmpdir(), 'iww-server-'));
    await chmod(dataDirectory, 0o711);
  });

  afterEach(async () => {
    for (const server of opened) await server.close();
    expect(running()).toBeUndefined();
    await rm(dataDirectory, { recursive: true });
  });

  it('starts in an empty directory, on the loopback interface only, with a password of its own', async () => {
    const server = await open();
    const [row] = await ask<{ addresses: string; sockets: string; major: number }>(
      server,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
         current_setting('server_version_num')::integer / 10000 AS major`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '', major: 18 });
    expect((await stat(serverFile('password'))).mode & 0o777).toBe(0o600);
    const wrong = server.url.replace(/:[0-9a-f]{48}@/, ':wrong@');
    expect(wrong).not.toBe(server.url);
    await expect(ask({ ...server, url: wrong }, 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('is one server for all who open it at once, and the last to close it stops it', async () => {
    const [first, second, third] = await Promise.all([open(), open(), open()]);
    expect(new Set([first.url, second.url, third.url]).size).toBe(1);
    await second.close();
    await first.close();
    expect(await ask(third, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await third.close();
    expect(running()).toBeUndefined();
  });

  it('is joined again when the process that started it was killed, with all that was committed', async () => {
    const script = `
      import { loadOpenEmbeddedServer } from ${JSON.stringify(join(support, 'embedded-server.mjs'))};
      const open = await loadOpenEmbeddedServer();
      const server = await open({ dataDirectory: ${JSON.stringify(dataDirectory)}, say: () => {} });
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query('CREATE TABLE kept AS SELECT 42 AS answer');
      process.stdout.write('ready');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: support,
      env: { PATH: process.env['PATH'] },
    });
    await once(child.stdout, 'data');
    const before = running();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await open();
    expect(before).toBeDefined();
    expect(running()).toEqual(before);
    expect(await ask(server, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('starts again after the server itself was killed, with all that was committed', async () => {
    const server = await open();
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(running()!.pid, 'SIGKILL');
    expect(await ask(await open(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('comes back by itself, at its place, as often as it is killed while it is kept up', async () => {
    const server = await open();
    const moves: string[] = [];
    server.keepUp((url) => moves.push(url));
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { port } = running()!;
    for (const _ of [1, 2]) {
      const { pid } = running()!;
      process.kill(pid, 'SIGKILL');
      await answering(server);
      expect(running()!.pid).not.toBe(pid);
    }
    expect([running()!.port, moves]).toEqual([port, []]);
    expect(await ask(server, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  }, 60_000);

  it('takes another port, and says which, when its own is taken before it is back', async () => {
    const server = await open();
    const moves: string[] = [];
    server.keepUp((url) => moves.push(url));
    const { pid, port } = running()!;
    process.kill(pid, 'SIGKILL');
    const taking = createServer();
    while (!taking.listening) {
      taking.listen(port, '127.0.0.1');
      await Promise.race([once(taking, 'listening'), once(taking, 'error')]).catch(() => undefined);
    }
    while (moves.length === 0) await pause(50);
    taking.close();
    expect([moves.length, moves[0]]).toEqual([1, server.url]);
    expect(running()!.port).not.toBe(port);
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('is kept up also when it ended before that was asked for', async () => {
    const server = await open();
    process.kill(running()!.pid, 'SIGKILL');
    await pause(500);
    server.keepUp(() => undefined);
    await answering(server);
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('starts although another program now has the number of a killed server', async () => {
    await (await open()).close();
    const stale = [process.pid, serverFile('cluster'), 1, 1, '', '127.0.0.1', '', 'ready   ', ''].join('\n');
    await writeFile(serverFile('cluster/postmaster.pid'), stale);
    expect(await ask(await open(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses data of another major version in a sentence', async () => {
    await (await open()).close();
    const versionFile = serverFile('cluster/PG_VERSION');
    expect(await readFile(versionFile, 'utf8')).toBe('18\n');
    await writeFile(versionFile, '17\n');
    await expect(open()).rejects.toThrow(Refusal);
    await expect(open()).rejects.toThrow(
      /were written by PostgreSQL 17, and this version brings PostgreSQL 18/,
    );
  });
});
