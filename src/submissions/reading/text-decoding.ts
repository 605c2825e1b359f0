import { StringDecoder } from 'node:string_decoder';
import { upperHalf } from './dos-code-pages.js';

/** Turns bytes into text piece by piece; characters may lie across pieces. */
export interface PieceDecoder {
  /** @throws TypeError when the bytes are not of the encoding */
  decode(bytes: Uint8Array): string;
  /** @throws TypeError when the last character is cut off */
  end(): string;
}

/** The usual name of an encoding, or undefined when it cannot be read. */
export function encodingName(label: string): string | undefined {
  const folded = label.trim().toLowerCase();
  const dos = /^(?:cp|ibm|dos-?|windows-)?(437|850|852)$/.exec(folded)?.[1];
  if (dos !== undefined) return `ibm${dos}`;
  try {
    return new TextDecoder(folded).encoding;
  } catch {
    return undefined;
  }
}

/**
 * A decoder that refuses bytes that are not of its encoding.
 * @param proven the bytes are known to be UTF-8, so that they can be read at full speed
 */
export function pieceDecoder(encoding: string, proven = false): PieceDecoder {
  const upper = upperHalf(encoding);
  if (upper !== undefined) return { decode: (bytes) => decodeByTable(bytes, upper), end: () => '' };
  if (proven) {
    const decoder = new StringDecoder('utf8');
    return { decode: (bytes) => decoder.write(bytes), end: () => decoder.end() };
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function decodeByTable(bytes: Uint8Array, upper: string): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\x80-\xff]/g, (character) => upper.charAt(character.charCodeAt(0) - 128));
}
