import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A request as its sender named it; the same name of another sender or at another route is another one. */
export interface NamedRequest {
  /** Of the API key it came with. */
  readonly keyHash: string;
  readonly method: string;
  /** Pattern of the address. */
  readonly route: string;
  readonly key: string;
}

/** The answer to a request, as far as it is kept. */
export interface KeptAnswer {
  /** Of what was asked. */
  readonly requestHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent when it held a secret. */
  readonly body?: string;
}

/** What is known of a named request: it is the first, and now it is the caller's to answer; it runs; it was answered. */
export type Claim = { readonly claimed: string } | 'running' | KeptAnswer;

/** Answers are kept for a day. A request that got no answer after five minutes is taken to be dead. */
@Injectable()
export class IdempotencyKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes a request on, unless somebody did. */
  async claim({ keyHash, method, route, key }: NamedRequest): Promise<Claim> {
    await this.dataSource.query(`DELETE FROM idempotency_key WHERE claimed_at < now() - interval '24 hours'`);
    const name = [keyHash, method, route, key];
    const [claim]: { claimed: string }[] = await this.dataSource.query(CLAIM, name);
    if (claim !== undefined) return claim;
    const [kept]: KeptRow[] = await this.dataSource.query(KEPT, name);
    if (kept === undefined) return 'running';
    const { request_hash: requestHash, status, headers, body } = kept;
    return { requestHash, status, headers, ...(body === null ? {} : { body }) };
  }

  /** Keeps the answer to a request that was claimed. */
  async keep(request: NamedRequest, claimed: string, answer: KeptAnswer): Promise<void> {
    const { keyHash, method, route, key } = request;
    const { requestHash, status, headers, body } = answer;
    const kept = [requestHash, status, JSON.stringify(headers), body ?? null];
    await this.dataSource.query(KEEP, [keyHash, method, route, key, claimed, ...kept]);
  }

  /** Lets a request go that failed: nothing was done, and it may be sent again. */
  async release({ keyHash, method, route, key }: NamedRequest, claimed: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM idempotency_key WHERE ${NAMED} AND ${CLAIMED}`, [
      keyHash,
      method,
      route,
      key,
      claimed,
    ]);
  }
}

interface KeptRow {
  readonly request_hash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const NAMED = `api_key_id = (SELECT id FROM api_key WHERE key_hash = $1) AND method = $2 AND route = $3 AND key = $4`;
const CLAIMED = 'claimed_at = $5::timestamptz';

const CLAIM = `
  INSERT INTO idempotency_key AS k (api_key_id, method, route, key)
  SELECT id, $2, $3, $4 FROM api_key WHERE key_hash = $1
  ON CONFLICT (api_key_id, method, route, key) DO UPDATE SET claimed_at = clock_timestamp()
    WHERE k.status IS NULL AND k.claimed_at < now() - interval '5 minutes'
  RETURNING claimed_at::text AS claimed`;

const KEPT = `SELECT request_hash, status, headers, body FROM idempotency_key
  WHERE ${NAMED} AND status IS NOT NULL`;

const KEEP = `
  UPDATE idempotency_key SET request_hash = $6, status = $7, headers = $8, body = $9 WHERE ${NAMED} AND ${CLAIMED}`;
