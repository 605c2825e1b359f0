import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import type { Backup } from '../platform/backup/back-up.js';
import type { Manifest } from '../platform/backup/manifest.js';
import type { WithDatabase } from './bare-database.js';
import type { WithRooms } from './command-rooms.js';
import { fromWhereCalled } from './from-where-called.js';
import type { Output } from './output.js';
import { faultsOf, verificationLines, verify } from './verify.js';

interface BackupWords {
  readonly force: boolean;
  readonly json?: boolean;
}

/** Rows between two signs of progress within a table. */
const STEP = 500_000;

/** `backup` and `restore`. */
export function addBackupCommands(
  program: Command,
  withDatabase: WithDatabase,
  withRooms: WithRooms,
  output: Output,
): void {
  program
    .command('backup')
    .description(say('command.backup'))
    .argument('<file>', say('command.backup.file'))
    .option('--force', say('command.backup.force'), false)
    .option('--json', say('command.json'))
    .action(async (file: string, { force, json }: BackupWords) => {
      const path = fromWhereCalled(file);
      const tell = json === true ? () => undefined : inSteps(output);
      const backup = await withDatabase((database) => database.backUp({ path, force, tell }));
      if (json === true) output.json({ path, ...backup });
      else backupLines(path, backup).forEach((line) => output.line(line));
    });

  program
    .command('restore')
    .description(say('command.restore'))
    .argument('<file>', say('command.restore.file'))
    .option('--json', say('command.json'))
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      const manifest = await withDatabase(({ restores }) =>
        restores.restore(fromWhereCalled(file), (step, table) => {
          const key = step === 'check' ? 'command.restore.checking' : 'command.restore.loading';
          if (json !== true) output.progress(say(key, { table }));
        }),
      );
      await withRooms(async (rooms) => {
        const verification = await verify(rooms, manifest.auditHead);
        if (faultsOf(verification).length > 0) process.exitCode = 1;
        if (json === true) output.json({ manifest, verification });
        else
          [restoredLine(manifest), ...verificationLines(verification)].forEach((line) => output.line(line));
      });
    });
}

function backupLines(path: string, { manifest, bytes, sha256 }: Backup): readonly string[] {
  const { madeAt, leftOut } = manifest;
  return [
    say('command.backup.written', { ...totals(manifest), path, size: Math.ceil(bytes / 1_000), madeAt }),
    say('command.backup.left', { tables: leftOut.join(', ') }),
    say('command.backup.hash', { sha256 }),
  ];
}

function restoredLine(manifest: Manifest): string {
  const { madeAt, revision } = manifest;
  return say('command.restore.done', { ...totals(manifest), madeAt, revision });
}

function totals({ tables }: Manifest): { readonly rows: number; readonly tables: number } {
  return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), tables: tables.length };
}

function inSteps({ progress }: Output): (table: string, rows: number) => void {
  let next = 0;
  return (table, rows) => {
    if (rows > 0 && rows < next) return;
    next = rows + STEP;
    progress(say('command.backup.reading', { table, rows }));
  };
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
