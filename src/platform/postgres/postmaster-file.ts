import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes down about itself in its cluster. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** Reads `postmaster.pid` of a cluster; `undefined` when it is not there or not yet complete. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let text: string;
  try {
    text = readFileSync(postmasterPath(cluster), 'utf8');
  } catch {
    return undefined;
  }
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : undefined;
}

/** Where a server writes it. */
export function postmasterPath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
