import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AccessService } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { translate } from '../language/translate.js';
import { AcceptanceService, type Acceptance } from '../observations/acceptance.service.js';
import { Problem } from '../platform/problem.js';
import { readAnswers, type AnswerTexts } from '../submissions/checking/answers.js';
import { mayDecideOn } from '../submissions/reviewing/deciding.js';
import { ReceiveService } from '../submissions/receiving/receive.service.js';
import type { SubmissionReport } from '../submissions/receiving/report.js';
import { senderCommunity } from '../submissions/receiving/sender.js';
import { SpoolService, type SpooledFile } from '../submissions/receiving/spool.service.js';
import type { CommandRooms } from './command-rooms.js';

/** What the command line may bring in at once. */
const MOST_BYTES = 2_000_000_000;
const MOST_ROWS = 20_000_000;

export interface LoadOptions extends AnswerTexts {
  readonly community: string;
  /** Key of who sends; with `accept`, of the reviewer. Absent: the system of the community sends. */
  readonly as?: string | undefined;
  readonly accept: boolean;
  readonly check: boolean;
  /** Take the good rows of a file that has problems. */
  readonly partial: boolean;
}

export interface Loaded {
  readonly report: SubmissionReport;
  readonly acceptance?: Acceptance;
}

/**
 * Loads a file as a submission of a community, and accepts it when told so.
 * @throws Problem answer_not_understood, file_not_found, unknown_key, reviewer_key_needed; four_eyes or not_a_reviewer before anything is
 *   kept; whatever receiving refuses
 */
export async function loadFile(
  rooms: CommandRooms,
  path: string,
  options: LoadOptions,
  progress: (text: string) => void,
): Promise<Loaded> {
  const answers = readAnswers(options);
  const size = await sizeOf(path);
  const { sender, reviewer } = await actorsOf(rooms, options);
  const file = basename(path);
  const spooled = await rooms.get(SpoolService).take(createReadStream(path), MOST_BYTES);
  try {
    const content = {
      file: watched(spooled, size, (percent) => progress(say('load.reading', { file, percent }))),
    };
    const receive = rooms.get(ReceiveService);
    const limits = { rows: MOST_ROWS };
    const sending = {
      actor: sender,
      community: options.community,
      channel: 'command' as const,
      content,
      fileName: file,
      mediaType: 'application/octet-stream',
      limits,
      answers,
      partial: options.partial,
    };
    if (options.check) return { report: await receive.check(sending) };
    const report = await receive.receive(sending);
    if (reviewer === undefined || report.receipt === undefined || report.state === 'accepted')
      return { report };
    progress(say('load.accepting', { file }));
    return { report, acceptance: await rooms.get(AcceptanceService).accept(reviewer, report.receipt) };
  } finally {
    await spooled.remove();
  }
}

async function actorsOf(
  rooms: CommandRooms,
  { community, as, accept }: LoadOptions,
): Promise<{ readonly sender: Actor; readonly reviewer?: Actor }> {
  const access = rooms.get(AccessService);
  if (!accept)
    return { sender: as === undefined ? await access.systemOf(community) : await actorOf(rooms, as) };
  if (as === undefined) throw new Problem('reviewer_key_needed', 422);
  const reviewer = await actorOf(rooms, as);
  const sender = await access.systemOf(community);
  const communityId = senderCommunity(sender, community).id;
  const objection = mayDecideOn(reviewer, { communityId, contributorId: sender.contributorId });
  if (objection !== undefined) throw new Problem(objection, 403);
  return { sender, reviewer };
}

/** @throws Problem unknown_key */
export async function actorOf(rooms: CommandRooms, key: string): Promise<Actor> {
  const actor = await rooms.get(AccessService).actorOf(key);
  if (actor === undefined) throw new Problem('unknown_key', 401);
  return actor;
}

async function sizeOf(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile() !== true) throw new Problem('file_not_found', 404, { path });
  return stats.size;
}

function say(key: string, params: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}

/** A file is read for its encoding, for its layout, and for its figures. */
const READINGS = 3;

/** The file, telling as it is read how far that is, in steps of five percent. */
function watched(file: SpooledFile, size: number, tell: (percent: number) => void): SpooledFile {
  let read = 0;
  let told = -1;
  async function* open(from?: number) {
    for await (const chunk of file.open(from)) {
      yield chunk;
      read += chunk.length;
      const percent = Math.min(100, Math.floor((20 * read) / Math.max(READINGS * size, 1)) * 5);
      if (percent > told) tell((told = percent));
    }
  }
  return { ...file, open };
}
