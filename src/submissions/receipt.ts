import { randomBytes } from 'node:crypto';

/** A new receipt: 128 random bits as 32 hexadecimal digits. */
export function newReceipt(): string {
  return randomBytes(16).toString('hex');
}

export function isReceipt(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
