import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Directory of what browsers load; the same from the sources and from the build. */
export const publicDirectory = fileURLToPath(new URL('../../dist/public/', import.meta.url));

/** Addresses of the hashed client files by their plain names, e.g. `style.css`. */
export type Assets = Readonly<Record<string, string>>;

/** @throws Error when the client files have not been built */
export function readAssets(): Assets {
  const manifest: unknown = JSON.parse(readFileSync(`${publicDirectory}manifest.json`, 'utf8'));
  return manifest as Assets;
}
