import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDatabaseUnavailable } from '../platform/database-faults.js';
import { Problem } from '../platform/problem.js';
import { Refusal } from '../platform/refusal.js';
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void rooms.close().finally(() => process.exit(1)));
  }
  try {
    await work(rooms);
  } finally {
    await rooms.close();
  }
}

try {
  await commandProgram(withRooms, output).parseAsync();
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
