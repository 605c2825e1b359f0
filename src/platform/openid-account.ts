import { isLoopbackHost } from './loopback-host.js';
import { Refusal } from './refusal.js';

/** How this installation is known to the OpenID Connect provider that people may sign in with. */
export interface OpenIdAccount {
  /** The provider's issuer identifier, a URL. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
}

/**
 * @returns `undefined` when signing in with a provider is not set up
 * @throws Refusal naming what is wrong or missing; the secret is not repeated
 */
export function readOpenIdAccount(
  issuer: string | undefined,
  clientId: string | undefined,
  clientSecret: string | undefined,
): OpenIdAccount | undefined {
  if (issuer === undefined) {
    if (clientId === undefined && clientSecret === undefined) return undefined;
    throw new Refusal(
      'IWW_OIDC_CLIENT_ID is set: IWW_OIDC_ISSUER must be the address of the provider, such as https://id.example.org.',
    );
  }
  if (!isIssuer(issuer)) {
    throw new Refusal(
      `IWW_OIDC_ISSUER is "${issuer}": it must be an https address without user, query or fragment, such as ` +
        'https://id.example.org; plain http is taken on this machine alone.',
    );
  }
  if (clientId === undefined) {
    throw new Refusal(
      'IWW_OIDC_ISSUER is set: IWW_OIDC_CLIENT_ID must be the name under which the provider knows this installation.',
    );
  }
  return { issuer, clientId, ...(clientSecret === undefined ? {} : { clientSecret }) };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, search, hash, username, password } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(host));
  return isSafe && [search, hash, username, password].every((part) => part === '');
}
