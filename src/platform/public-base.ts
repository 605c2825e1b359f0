import type { Config } from './config.js';

/** Where the readers of a request reach this installation, without a slash at the end: what the operator says wins. */
export function publicBase(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  { protocol, host }: { readonly protocol: string; readonly host: string },
): string {
  return publicUrl ?? `${protocol}://${host}`;
}

/** The same where nobody asks, as in files and mails: what the operator says, else where it listens. */
export function ownBase({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${host}:${String(port)}`;
}
