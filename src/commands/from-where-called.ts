import { resolve } from 'node:path';

/** npm runs commands in the directory of the installation and tells where it was called. */
export function fromWhereCalled(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
