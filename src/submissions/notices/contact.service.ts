import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { MailerService } from '../../platform/mailer.service.js';
import { Problem } from '../../platform/problem.js';
import { ContactRepository } from './contact.repository.js';
import { checkContact, type ContactRequest, type ContactState } from './contact.js';
import { NoticeMailRepository } from './notice-mail.repository.js';

const DAY_MS = 86_400_000;
const MOST_CONFIRMATIONS_A_DAY = 5;
const TOKEN = /^[\w-]{22}$/;

/** Keeps the addresses people want to be told at, and lets them go. */
@Injectable()
export class ContactService {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly mails: NoticeMailRepository,
    private readonly mailer: MailerService,
    private readonly audit: AuditRepository,
  ) {}

  /** Whether mails can be sent from here at all. */
  get isMailSetUp(): boolean {
    return this.mailer.isSetUp;
  }

  /** `undefined` when somebody left no address. */
  async of(actor: Actor): Promise<ContactState | undefined> {
    return this.contacts.of(actor.contributorId);
  }

  /** @throws Problem contact_not_found (404) */
  async read(actor: Actor): Promise<ContactState> {
    return found(await this.of(actor));
  }

  /**
   * Keeps an address in place of an earlier one, and asks its owner by mail to confirm it.
   * @throws Problem mail_not_set_up (409): an address that nothing can be sent to is not kept; not_a_mail_address,
   *   unspoken_language (422); too_many_confirmations (429): nobody's letter box is filled with our questions
   */
  async set(actor: Actor, request: ContactRequest, requestId?: string): Promise<ContactState> {
    if (!this.mailer.isSetUp) throw new Problem('mail_not_set_up', 409);
    const checked = checkContact(request);
    const { contributorId } = actor;
    return this.contacts.inTransaction(async (manager) => {
      const token = randomBytes(16).toString('base64url');
      const contact = await this.contacts.put(manager, contributorId, checked, token);
      if (!contact.isConfirmed) await this.askToConfirm(manager, contributorId);
      await this.note(manager, 'contact.set', contributorId, { ...contact }, requestId);
      return contact;
    });
  }

  /** Erases an address; none is fine too. */
  async remove(actor: Actor, requestId?: string): Promise<void> {
    await this.contacts.inTransaction(async (manager) => {
      if (await this.contacts.remove(manager, actor.contributorId)) {
        await this.note(manager, 'contact.removed', actor.contributorId, {}, requestId);
      }
    });
  }

  /** What stands behind the link of a mail. @throws Problem contact_not_found (404) */
  async readByToken(token: string): Promise<ContactState> {
    return found(TOKEN.test(token) ? await this.contacts.byToken(token) : undefined);
  }

  /** The owner of the address confirms it, by the link of a mail. @throws Problem contact_not_found (404) */
  async confirm(token: string, requestId?: string): Promise<void> {
    await this.contacts.inTransaction(async (manager) => {
      const contributorId = await this.contacts.confirm(manager, token, new Date());
      await this.note(manager, 'contact.confirmed', found(contributorId), {}, requestId);
    });
  }

  /** The owner of the address wants no more mails, by the link of a mail: it is erased, and nobody is told otherwise. */
  async end(token: string, requestId?: string): Promise<void> {
    await this.contacts.inTransaction(async (manager) => {
      const contributorId = await this.contacts.removeByToken(manager, token);
      if (contributorId === undefined) return;
      await this.note(manager, 'contact.removed', contributorId, { by: 'link' }, requestId);
    });
  }

  private async askToConfirm(manager: EntityManager, contributorId: number): Promise<void> {
    const asked = await this.mails.confirmationsSince(manager, contributorId, new Date(Date.now() - DAY_MS));
    if (asked >= MOST_CONFIRMATIONS_A_DAY) {
      throw new Problem('too_many_confirmations', 429, { most: MOST_CONFIRMATIONS_A_DAY });
    }
    await this.mails.addConfirmation(manager, contributorId);
  }

  private async note(
    manager: EntityManager,
    action: string,
    contributorId: number,
    detail: Readonly<Record<string, unknown>>,
    requestId: string | undefined,
  ): Promise<void> {
    await this.audit.append(manager, {
      contributorId,
      action,
      subject: `contributor:${String(contributorId)}`,
      detail,
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Problem('contact_not_found', 404);
  return thing;
}
