import { spawnSync } from 'node:child_process';
import { chownSync, chmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory with little space. */
export interface SmallDisk {
  readonly path: string;
  /** Gives it another size, e.g. `32m`. */
  resize(size: string): void;
  remove(): void;
}

/**
 * @param size e.g. `4m`
 * @param owner number of the user it belongs to; this process's own when absent
 * @returns nothing where file systems cannot be mounted, as for a plain user
 */
export function smallDisk(size: string, owner = process.getuid?.() ?? 0): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const path = mkdtempSync(join(tmpdir(), 'iww-small-'));
  const mount = (...options: string[]): boolean =>
    spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', path]).status === 0;
  if (!mount('-o', `size=${size}`)) {
    rmdirSync(path);
    return undefined;
  }
  chownSync(path, owner, owner);
  chmodSync(path, 0o711);
  return {
    path,
    resize: (to) => void mount('-o', `remount,size=${to}`),
    remove: () => {
      spawnSync('umount', [path]);
      rmdirSync(path);
    },
  };
}
