import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { isDatabaseUnavailable } from '../database-faults.js';
import { SigningKeyService } from '../signing-key.service.js';
import { AuditTrailRepository } from './audit-trail.repository.js';
import { headText, isSigned, readHeads, type NotedHead, type SignedHead } from './signed-head.js';

const FILE = 'audit-heads.jsonl';
const HOUR_MS = 3_600_000;

/**
 * Notes outside the database how far the audit trail is, signed: at the start, each hour in which it moved, and at the
 * end. Who writes the whole trail anew cannot write these notes anew.
 */
@Injectable()
export class AuditHeadsService implements OnModuleDestroy {
  private readonly logger = new Logger(AuditHeadsService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: AuditTrailRepository,
    private readonly key: SigningKeyService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDirectory'>,
  ) {}

  /** Begins to note heads. @throws Refusal when the private key is gone and the public one is still there */
  async start(): Promise<void> {
    await this.note();
    this.timer = setInterval(() => void this.note().catch(this.complain), HOUR_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    await this.note().catch(this.complain);
  }

  /**
   * Notes the head when it moved since the last note; of several processes one does.
   * @returns the head that was noted
   */
  async note(): Promise<SignedHead | undefined> {
    return this.repository.asOfNow(async (manager) => {
      if (!(await this.repository.mayNote(manager))) return undefined;
      const head = await this.repository.head(manager);
      const text = await this.text();
      const last = readHeads(text, this.file).at(-1);
      if (head === undefined || (last?.number === head.number && last.hash === head.hash)) return undefined;
      const noted = { ...head, at: new Date().toISOString() };
      const signed = { ...noted, signature: this.key.sign(headText(noted)) };
      await this.append(text, signed);
      return signed;
    });
  }

  /** Public key of this installation, PEM; `undefined` before it has one. */
  publicKey(): string | undefined {
    return this.key.knownPublicKey();
  }

  /** The heads noted so far, and the first of them that was not signed with the key that belongs to a public one. */
  async noted(
    publicKey: string | undefined,
  ): Promise<{ readonly heads: readonly NotedHead[]; readonly unsigned?: NotedHead }> {
    const heads = readHeads(await this.text(), this.file);
    const unsigned = heads.find((head) => !isSigned(head, publicKey));
    return unsigned === undefined ? { heads } : { heads, unsigned };
  }

  private get file(): string {
    return join(this.config.dataDirectory, FILE);
  }

  private async text(): Promise<string> {
    return readFile(this.file, 'utf8').catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'ENOENT') return '';
      throw error;
    });
  }

  /** Takes away a note that was broken off, and sees that the new one is on the disk. */
  private async append(before: string, head: SignedHead): Promise<void> {
    await mkdir(this.config.dataDirectory, { recursive: true, mode: 0o700 });
    const finished = before.slice(0, before.lastIndexOf('\n') + 1);
    if (finished !== before) await truncate(this.file, Buffer.byteLength(finished));
    await appendFile(this.file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
  }

  private readonly complain = (error: unknown): void => {
    if (!isDatabaseUnavailable(error)) this.logger.error(error);
  };
}
