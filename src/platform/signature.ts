import { verify } from 'node:crypto';

/**
 * Whether a text was signed (Ed25519) with the key that belongs to a public one.
 * @param publicKey PEM (SubjectPublicKeyInfo)
 * @param signature base64
 * @throws Error when the public key is none
 */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
}
