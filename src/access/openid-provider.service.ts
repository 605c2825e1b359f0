import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { CONFIG, type Config } from '../platform/config.js';
import { isLoopbackHost } from '../platform/loopback-host.js';
import type { OpenIdAccount } from '../platform/openid-account.js';
import { Problem } from '../platform/problem.js';
import type { OpenIdSecrets } from './openid-attempt.js';
import type { OpenIdIdentity } from './openid-identity.js';

/** So long one request to the provider may take, seconds. */
const PATIENCE = 5;
/** So far the clocks of the provider and of this machine may differ, seconds. */
const CLOCK_TOLERANCE = 30;

/**
 * Asks the OpenID Connect provider who somebody is: authorization code flow with PKCE, state and nonce; the ID token's
 * signature, issuer, audience and times are checked. Nothing but the subject is read of what the provider tells.
 */
@Injectable()
export class OpenIdProviderService {
  private readonly account: OpenIdAccount | undefined;
  private found: Promise<client.Configuration> | undefined;

  constructor(@Inject(CONFIG) { openId }: Pick<Config, 'openId'>) {
    this.account = openId;
  }

  /** Name of the provider's host; `undefined` when people sign in by key alone. */
  get name(): string | undefined {
    return this.account && new URL(this.account.issuer).host;
  }

  /**
   * Where to send somebody to sign in.
   * @param callback address the provider sends them back to
   * @throws Problem openid_not_set_up (404), openid_unavailable (503)
   */
  async address(callback: string, { state, nonce, codeVerifier }: OpenIdSecrets): Promise<string> {
    const provider = await this.provider();
    return client.buildAuthorizationUrl(provider, {
      redirect_uri: callback,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * Who came back.
   * @param answer address they came back to, with all that the provider added
   * @throws Problem openid_not_set_up (404), openid_cancelled (403), openid_refused (403), openid_unavailable (503)
   */
  async identity(answer: URL, { state, nonce, codeVerifier }: OpenIdSecrets): Promise<OpenIdIdentity> {
    const provider = await this.provider();
    try {
      const tokens = await client.authorizationCodeGrant(provider, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Problem('openid_refused', 403);
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      throw problemOf(error);
    }
  }

  /** Looks the provider up when it is first needed; one that was not found is looked for again the next time. */
  private provider(): Promise<client.Configuration> {
    if (this.account === undefined) throw new Problem('openid_not_set_up', 404);
    return (this.found ??= find(this.account).catch(() => {
      this.found = undefined;
      throw new Problem('openid_unavailable', 503);
    }));
  }
}

function find({ issuer, clientId, clientSecret }: OpenIdAccount): Promise<client.Configuration> {
  const server = new URL(issuer);
  return client.discovery(
    server,
    clientId,
    { [client.clockTolerance]: CLOCK_TOLERANCE },
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      timeout: PATIENCE,
      execute: [
        client.enableNonRepudiationChecks,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to stand out: it is for loopback alone
        ...(isLoopbackHost(server.host) ? [client.allowInsecureRequests] : []),
      ],
    },
  );
}

/** What the library says, in our words: an answer that is no good, a refusal of the person, or no answer. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, error: said, status } = error as Partial<Record<'code' | 'error' | 'status', unknown>>;
  if (said === 'access_denied') return new Problem('openid_cancelled', 403);
  const isAway = code === undefined || code === 'OAUTH_TIMEOUT' || Number(status) >= 500;
  return isAway ? new Problem('openid_unavailable', 503) : new Problem('openid_refused', 403);
}
