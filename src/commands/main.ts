import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schema } from '../data-source.js';
import { openBareDatabase } from '../open-installation.js';
import { backUp } from '../platform/backup/back-up.js';
import { RestoreService } from '../platform/backup/restore.service.js';
import { loadConfig } from '../platform/config.js';
import { isDatabaseUnavailable } from '../platform/database-faults.js';
import { Problem } from '../platform/problem.js';
import { Refusal } from '../platform/refusal.js';
import { PASSING_TABLES } from '../table-rules.js';
import { addBackupCommands } from './backup-commands.js';
import type { BareDatabase } from './bare-database.js';
import type { CommandRooms } from './command-rooms.js';
import { describeRefusal } from './describe-report.js';
import { openContext } from './open-context.js';
import { standardOutput } from './output.js';
import { commandProgram } from './program.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const output = standardOutput();
const isJson = process.argv.includes('--json');

async function withRooms(work: (rooms: CommandRooms) => Promise<void>): Promise<void> {
  const rooms = await openContext(root, output.progress);
  closeWhenTold(rooms.close);
  try {
    await work(rooms);
  } finally {
    await rooms.close();
  }
}

async function withDatabase<Result>(work: (database: BareDatabase) => Promise<Result>): Promise<Result> {
  const bare = await openBareDatabase(loadConfig(root), output.progress);
  const { url, dataSource, close } = bare;
  closeWhenTold(bare.abandon);
  try {
    return await work({
      backUp: (options) => backUp(url, { ...options, leftOut: PASSING_TABLES }),
      restores: new RestoreService(dataSource, schema),
    });
  } finally {
    await close();
  }
}

function closeWhenTold(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(1)));
  }
}

try {
  const program = commandProgram(withRooms, output);
  addBackupCommands(program, withDatabase, withRooms, output);
  await program.parseAsync();
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

function tell(error: unknown): void {
  if (error instanceof Problem) {
    const { code, status, params, extensions } = error;
    if (isJson) output.json({ problem: { code, status, params, ...extensions } });
    else describeRefusal(error).forEach((line) => output.line(line));
  } else if (error instanceof Refusal || isDatabaseUnavailable(error)) {
    console.error((error as Error).message);
  } else {
    console.error(error);
  }
}
