import { translate } from '../language/translate.js';
import { IntegrityRepository, type Halves, type Orphans } from '../observations/integrity.repository.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import type { ChainReport } from '../platform/audit/chain-fault.js';
import type { ChainHead } from '../platform/audit/verify-chain.js';
import { SequenceRepository } from '../platform/sequence.repository.js';
import { ScoreBoardService } from '../scoring/score-board.service.js';
import type { CommandRooms } from './command-rooms.js';

/** What was found wrong, or found right, with all that an installation holds. */
interface Verification {
  readonly orphans: Orphans;
  readonly halves: Halves;
  /** Counters that would give out a key that is in use. */
  readonly sequences: readonly string[];
  readonly audit: ChainReport;
  /** The data revision of the scores, and that of the facts. */
  readonly revisions: { readonly board: number; readonly facts: number };
}

/** @param head the audit trail must have passed it */
export async function verify(rooms: CommandRooms, head?: ChainHead): Promise<Verification> {
  const integrity = rooms.get(IntegrityRepository);
  return {
    orphans: await integrity.orphans(),
    halves: await integrity.halves(),
    sequences: await rooms.get(SequenceRepository).behind(),
    audit: await rooms.get(AuditTrailService).verify(head === undefined ? [] : [head]),
    revisions: {
      facts: await rooms.get(ObservationRepository).revision(),
      board: (await rooms.get(ScoreBoardService).current()).revision,
    },
  };
}

/** Each fault in a line for people, or that there is none. */
export function verificationLines(verification: Verification): readonly string[] {
  const faults = faultsOf(verification);
  const { links } = verification.audit;
  return faults.length > 0 ? faults : [say('command.verify.good'), say('command.verify.trail', { links })];
}

/** Each fault in a line for people. */
export function faultsOf({ orphans, halves, sequences, audit, revisions }: Verification): readonly string[] {
  const { board, facts } = revisions;
  return [
    ...countedFaults({ ...orphans }, 'command.verify.orphans'),
    ...countedFaults({ ...halves }, 'command.verify.halves'),
    ...sequences.map((sequence) => say('command.verify.sequences', { sequence })),
    ...(audit.fault === undefined ? [] : [say('command.verify.chain', { ...audit.fault })]),
    ...(board < facts ? [say('command.verify.board', { board, revision: facts })] : []),
  ];
}

function countedFaults(counts: Readonly<Record<string, number>>, key: string): readonly string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say(key, { what, count }));
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
