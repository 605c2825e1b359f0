import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { CLIENT, listening } from './openid-provider.js';

/** An OpenID Connect provider that says what the test wants, true or not. */
export interface UntrueProvider {
  readonly issuer: string;
  /** Whether it answers at all. */
  isUp: boolean;
  /** The ID token that it gives for the next code. */
  token: string;
  stop(): void;
}

/** Who vouches for a token: the provider's own key, or one that only claims to be it. */
export const OWN = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const FOREIGN = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startUntrueProvider(): Promise<UntrueProvider> {
  const server = createServer((request, response) => {
    const answers: Readonly<Record<string, unknown>> = {
      '/.well-known/openid-configuration': {
        issuer: known.issuer,
        authorization_endpoint: `${known.issuer}/auth`,
        token_endpoint: `${known.issuer}/token`,
        jwks_uri: `${known.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/keys': {
        keys: [{ ...OWN.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      },
      '/token': { access_token: 'unused', token_type: 'bearer', id_token: known.token },
    };
    const answer = known.isUp ? answers[request.url ?? ''] : undefined;
    response.writeHead(answer === undefined ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  const known: UntrueProvider = {
    issuer: await listening(server),
    isUp: true,
    token: '',
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return known;
}

/** An ID token with the claims that a true one has, those given changed; without a key it is not signed. */
export function idToken(
  issuer: string,
  claims: Readonly<Record<string, unknown>>,
  key: KeyObject | null,
): string {
  const now = Math.floor(Date.now() / 1_000);
  const head = key === null ? { alg: 'none' } : { alg: 'RS256', kid: 'one' };
  const body = { iss: issuer, sub: 'somebody', aud: CLIENT.id, iat: now, exp: now + 60, ...claims };
  const text = [head, body].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${key === null ? '' : sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}
