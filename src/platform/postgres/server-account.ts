import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Refusal } from '../refusal.js';

/** A user of the operating system. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'iww-progress';

/**
 * Who the bundled PostgreSQL runs as, or `undefined` for the user who asks. PostgreSQL refuses to run as root: then it
 * runs as the owner of the data that are already there, else as a system user made for it once.
 * @param data where the server keeps its data, whether or not it exists yet
 * @param say told in one line when a user is made
 * @throws Refusal when root may not make a user here
 */
export function serverAccount(data: string, say: (line: string) => void): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: `user ${String(owner.uid)}`, uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create(say);
}

function create(say: (line: string) => void): ServerAccount {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME];
  const made = spawnSync('useradd', options, { encoding: 'utf8' });
  const account = lookUp();
  if (!account) {
    const reason = made.error?.message ?? made.stderr.trim();
    throw new Refusal(
      `PostgreSQL does not run as root, and the system user "${NAME}" could not be created (${reason}): ` +
        'start as a plain user, or name a PostgreSQL server in DATABASE_URL.',
    );
  }
  say(`PostgreSQL does not run as root: it runs as the new system user "${NAME}".`);
  return account;
}

function lookUp(): ServerAccount | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const asked = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
    return asked.status === 0 ? Number(asked.stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { name: NAME, uid, gid };
}
