import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID Connect provider on loopback. Nobody is asked for a password: whoever comes is who the test says. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** Who signs in next; `undefined`: they turn back. */
  somebody: string | undefined;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'iww-progress', secret: 'a-secret-of-the-client' };

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const server = createServer();
  const issuer = await listening(server);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        // Of a native client the port of a loopback address is free.
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/sign-in/openid'],
      },
    ],
    jwks: {
      keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })],
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['of-a-test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  });
  const known: OpenIdProvider = {
    issuer,
    somebody: 'somebody',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void answer(request, response);
      return;
    }
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      if (known.somebody === undefined) {
        await provider.interactionFinished(request, response, { error: 'access_denied' });
      } else if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: known.somebody } });
      } else {
        const grant = new provider.Grant({
          accountId: session?.accountId ?? '',
          clientId: String(params['client_id']),
        });
        grant.addOIDCScope('openid');
        await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
      }
    })();
  });
  return known;
}

/** @returns the address it listens on, on a free port of loopback */
export function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    });
  });
}
