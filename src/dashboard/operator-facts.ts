import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Operator } from '../platform/operator.js';

/** Who runs the installation, as pages tell it: the logo by its address. */
export type OperatorFacts = Partial<Operator>;

/** A logo as it is served: named by its content, so that it can be kept for ever. */
export interface Logo {
  readonly address: string;
  readonly type: string;
  readonly content: Buffer;
}

/** @throws Error when the file cannot be read */
export function readLogo({ logo }: OperatorFacts): Logo | undefined {
  if (logo === undefined) return undefined;
  const content = readFileSync(logo);
  const extension = extname(logo);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return {
    address: `/operator/logo-${hash}${extension}`,
    type: extension === '.svg' ? 'image/svg+xml' : 'image/png',
    content,
  };
}
