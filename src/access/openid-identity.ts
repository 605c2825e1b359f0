import { createHash } from 'node:crypto';

/** Somebody as the provider knows them: issuer and subject together are unique for ever. No name, no address. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** An identity that somebody linked with their account. */
export interface LinkedIdentity {
  readonly id: number;
  readonly issuer: string;
  readonly linkedAt: Date;
}

/** What is stored of an identity, hexadecimal: some providers make subjects of names or addresses. */
export function identityHash({ issuer, subject }: OpenIdIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex');
}
