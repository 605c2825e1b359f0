import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { Refusal } from './refusal.js';

const PRIVATE = 'signing-key.pem';
const PUBLIC = 'signing-key.pub.pem';

/**
 * The key of this installation (Ed25519): made when it is first needed, kept in the data directory, and readable by the
 * user of the server alone. With it are signed the heads of the audit trail, and releases.
 */
@Injectable()
export class SigningKeyService {
  private key: KeyObject | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDirectory'>) {}

  /**
   * @returns signature of a text in UTF-8, base64
   * @throws Refusal when the private key is gone and the public one is still there
   */
  sign(text: string): string {
    return this.signBytes(Buffer.from(text)).toString('base64');
  }

  /** @returns signature of bytes as they are, 64 bytes. @throws Refusal as `sign` */
  signBytes(bytes: Buffer): Buffer {
    return sign(null, bytes, this.privateKey());
  }

  /** Public key in PEM (SubjectPublicKeyInfo). @throws Refusal as `sign` */
  publicKey(): string {
    return pemOf(this.privateKey());
  }

  /** Public key as it was written down, without making one; `undefined` when there is none. */
  knownPublicKey(): string | undefined {
    const file = join(this.config.dataDirectory, PUBLIC);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  private privateKey(): KeyObject {
    const file = join(this.config.dataDirectory, PRIVATE);
    if (this.key === undefined && !existsSync(file)) this.make(file);
    this.key ??= createPrivateKey(readFileSync(file));
    return this.key;
  }

  /** Of two processes that make one at once, the first to finish wins. */
  private make(file: string): void {
    const { dataDirectory } = this.config;
    if (this.knownPublicKey() !== undefined) {
      throw new Refusal(
        `${file} is gone, and ${PUBLIC} is still there: put the private key back, or move both away to sign with a new one.`,
      );
    }
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const draft = `${file}.${String(process.pid)}`;
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft);
    }
    writeFileSync(join(dataDirectory, PUBLIC), pemOf(createPrivateKey(readFileSync(file))));
  }
}

function pemOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}
