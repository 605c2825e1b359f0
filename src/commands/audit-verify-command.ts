import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import type { ChainReport } from '../platform/audit/chain-fault.js';
import { readHeads } from '../platform/audit/signed-head.js';
import type { WithRooms } from './command-rooms.js';
import { fromWhereCalled } from './from-where-called.js';
import type { Show } from './output.js';

interface AuditVerifyOptions {
  readonly head?: string;
  readonly publicKey?: string;
  readonly json?: boolean;
}

/** `audit:verify`: proves that the audit trail is as it was written. */
export function addAuditVerifyCommand(program: Command, withRooms: WithRooms, show: Show): void {
  program
    .command('audit:verify')
    .description(say('command.audit-verify'))
    .option('--head <file>', say('command.audit-verify.head'))
    .option('--public-key <file>', say('command.audit-verify.public-key'))
    .option('--json', say('command.json'))
    .action(async ({ head, publicKey, json }: AuditVerifyOptions) => {
      await withRooms(async (rooms) => {
        const heads = head === undefined ? [] : readHeads(await textOf(head), head);
        const key = publicKey === undefined ? undefined : await textOf(publicKey);
        const report = await rooms.get(AuditTrailService).verify(heads, key);
        show(json, report, linesOf(report));
        if (report.fault !== undefined) process.exitCode = 1;
      });
    });
}

function linesOf({ links, hash, heads, fault }: ChainReport): readonly string[] {
  if (fault !== undefined) {
    const said = say(`audit.fault.${fault.code}`);
    return [say('command.audit-verify.bad', { number: fault.number, fault: said })];
  }
  const compared = heads === 0 ? 'command.audit-verify.no-heads' : 'command.audit-verify.heads';
  return [say('command.audit-verify.good', { links, hash }), say(compared, { heads })];
}

function textOf(path: string): Promise<string> {
  return readFile(fromWhereCalled(path), 'utf8');
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
