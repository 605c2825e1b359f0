import { MailFailure } from './mail-failure.js';
import { WAITS_MINUTES, type MailQueueRepository } from './mail-queue.repository.js';
import type { Mail, MailerService } from './mailer.service.js';

/** The transaction in which a mail is given up. */
export type GivingUp = Parameters<MailQueueRepository['giveUp']>[0];

/** A mail that waits in an outbox. */
export interface QueuedMail {
  readonly id: number;
  /** Tries so far, this one included. */
  readonly attempts: number;
}

/** An outbox, and how its mails are written. */
export interface MailWork<Queued extends QueuedMail> {
  readonly queue: MailQueueRepository;
  readonly mailer: MailerService;
  /** Takes the next mail that is due. */
  readonly claim: (now: Date) => Promise<Queued | undefined>;
  /** `undefined`: there is nobody to write to any more. */
  readonly write: (queued: Queued) => Mail | undefined | Promise<Mail | undefined>;
  /** Puts on record that a mail was given up. */
  readonly tell: (manager: GivingUp, queued: Queued, failure: string) => Promise<void>;
}

/** Why a mail is not even tried. */
const UNREACHABLE = 'no_address';

/**
 * Sends what is due, each mail at least once, and stops at once when told to. After the last try a mail is given up.
 * @returns how many mails the mail server took
 */
export async function sendQueued<Queued extends QueuedMail>(
  work: MailWork<Queued>,
  now: Date,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let sent = 0;
  while (!isStopped()) {
    const queued = await work.claim(now);
    if (queued === undefined) break;
    if (await send(work, queued, now)) sent++;
  }
  return sent;
}

async function send<Queued extends QueuedMail>(
  work: MailWork<Queued>,
  queued: Queued,
  now: Date,
): Promise<boolean> {
  const mail = await work.write(queued);
  if (mail === undefined) {
    await giveUp(work, queued, now, UNREACHABLE);
    return false;
  }
  try {
    await work.mailer.send(mail);
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    if (error.isFinal || queued.attempts > WAITS_MINUTES.length) await giveUp(work, queued, now, error.code);
    else await work.queue.markFailed(queued.id, error.code);
    return false;
  }
  await work.queue.markSent(queued.id, now);
  return true;
}

async function giveUp<Queued extends QueuedMail>(
  { queue, tell }: MailWork<Queued>,
  queued: Queued,
  now: Date,
  failure: string,
): Promise<void> {
  await queue.inTransaction(async (manager) => {
    await queue.giveUp(manager, queued.id, now, failure);
    await tell(manager, queued, failure);
  });
}
