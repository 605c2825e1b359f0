import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What this program was built from; in a run from sources, something that no other run has. */
export const buildId: string = readStamp();

function readStamp(): string {
  try {
    return readFileSync(new URL('../.built-from', import.meta.url), 'utf8');
  } catch {
    return randomUUID();
  }
}
