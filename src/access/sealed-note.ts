import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a note says: texts by name. */
export type Note = Readonly<Record<string, string>>;

/**
 * A note that a browser carries for us and cannot change, nor take to another browser: sealed with the token of its
 * cookie. It can be read by whoever sees it.
 * @param use what it is for; a note for one use is none for another
 */
export function seal(note: Note, token: string, use: string, now = Date.now()): string {
  const text = Buffer.from(JSON.stringify([now, note])).toString('base64url');
  return `${text}.${sealOf(text, token, use)}`;
}

/**
 * @param seconds how long it holds
 * @returns `undefined` for a note that was changed, is too old, or was made for another browser or use
 */
export function unseal(
  sealed: string,
  token: string,
  use: string,
  seconds: number,
  now = Date.now(),
): Note | undefined {
  const [text = '', given = ''] = sealed.split('.', 2);
  const [one, other] = [Buffer.from(given), Buffer.from(sealOf(text, token, use))];
  if (one.length !== other.length || !timingSafeEqual(one, other)) return undefined;
  const [at, note] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [number, Note];
  return now - at <= seconds * 1_000 ? note : undefined;
}

/** What a note says, whoever wrote it: nothing to rely on. */
export function readNote(sealed: string): Note | undefined {
  try {
    const [, note] = JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString()) as [
      number,
      Note,
    ];
    return note;
  } catch {
    return undefined;
  }
}

function sealOf(text: string, token: string, use: string): string {
  return createHmac('sha256', token).update(`${use} ${text}`).digest('base64url');
}
