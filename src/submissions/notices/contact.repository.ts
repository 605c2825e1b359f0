import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ContactRequest, ContactState } from './contact.js';

interface ContactRow {
  readonly contributor_id: number;
  readonly language: string;
  readonly is_confirmed: boolean;
}

@Injectable()
export class ContactRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  async of(contributorId: number): Promise<ContactState | undefined> {
    const rows: ContactRow[] = await this.dataSource.query(
      'SELECT contributor_id, language, confirmed_at IS NOT NULL AS is_confirmed FROM contact WHERE contributor_id = $1',
      [contributorId],
    );
    return rows.map(contactOf)[0];
  }

  /** Whose mails carry this token; `undefined` when there is none, or no longer. */
  async byToken(token: string): Promise<ContactState | undefined> {
    const rows: ContactRow[] = await this.dataSource.query(
      'SELECT contributor_id, language, confirmed_at IS NOT NULL AS is_confirmed FROM contact WHERE token = $1',
      [token],
    );
    return rows.map(contactOf)[0];
  }

  /**
   * Keeps an address. One that was confirmed stays so as long as it is the same.
   * @param token for its mails, unless it keeps the one it has
   */
  async put(
    manager: EntityManager,
    contributorId: number,
    { address, language }: ContactRequest,
    token: string,
  ): Promise<ContactState> {
    const rows: ContactRow[] = await manager.query(PUT, [contributorId, address, language, token]);
    const [contact] = rows.map(contactOf);
    if (contact === undefined) throw new TypeError('The contact was not stored');
    return contact;
  }

  /** @returns whose it is; `undefined` when no address waits with this token or had it before */
  async confirm(manager: EntityManager, token: string, at: Date): Promise<number | undefined> {
    const [rows]: [ContactRow[], number] = await manager.query(
      `UPDATE contact SET confirmed_at = coalesce(confirmed_at, $2) WHERE token = $1 RETURNING contributor_id`,
      [token, at],
    );
    return rows[0]?.contributor_id;
  }

  /** @returns whether there was one */
  async remove(manager: EntityManager, contributorId: number): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      'DELETE FROM contact WHERE contributor_id = $1',
      [contributorId],
    );
    return count > 0;
  }

  /** @returns whose it was */
  async removeByToken(manager: EntityManager, token: string): Promise<number | undefined> {
    const [rows]: [ContactRow[], number] = await manager.query(
      'DELETE FROM contact WHERE token = $1 RETURNING contributor_id',
      [token],
    );
    return rows[0]?.contributor_id;
  }

  /** Erases the addresses of those who have had no key in force since a moment. */
  async forget(since: Date): Promise<void> {
    await this.dataSource.query(FORGET, [since]);
  }
}

function contactOf(row: ContactRow): ContactState {
  return { language: row.language, isConfirmed: row.is_confirmed };
}

const PUT = `
  INSERT INTO contact AS old (contributor_id, address, language, token) VALUES ($1, $2, $3, $4)
  ON CONFLICT (contributor_id) DO UPDATE SET address = excluded.address, language = excluded.language,
    token = CASE WHEN old.address = excluded.address THEN old.token ELSE excluded.token END,
    confirmed_at = CASE WHEN old.address = excluded.address THEN old.confirmed_at END,
    created_at = CASE WHEN old.address = excluded.address THEN old.created_at ELSE now() END
  RETURNING contributor_id, language, confirmed_at IS NOT NULL AS is_confirmed`;

const FORGET = `
  DELETE FROM contact k WHERE k.created_at < $1 AND NOT EXISTS (
    SELECT FROM api_key a WHERE a.contributor_id = k.contributor_id AND a.expires_at > $1
      AND (a.revoked_at IS NULL OR a.revoked_at > $1))`;
