import type { Backup, BackupOptions } from '../platform/backup/back-up.js';
import type { RestoreService } from '../platform/backup/restore.service.js';

/** The database of an installation before or after anybody works with it. */
export interface BareDatabase {
  backUp(options: Omit<BackupOptions, 'leftOut'>): Promise<Backup>;
  readonly restores: RestoreService;
}

/** Opens the database for a piece of work and closes it after it. */
export type WithDatabase = <Result>(work: (database: BareDatabase) => Promise<Result>) => Promise<Result>;
