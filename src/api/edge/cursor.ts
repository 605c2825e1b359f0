import { Problem } from '../../platform/problem.js';

/** Writes where to read on as an opaque word. */
export function writeCursor(place: Readonly<Record<string, number>>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads such a word back.
 * @throws Problem `invalid_request` when it was not written by us, or for another list
 */
export function readCursor<Name extends string>(
  cursor: string,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof place === 'object' && place !== null) {
      const numbers = names.map((name) => [name, (place as Record<string, unknown>)[name]] as const);
      if (Object.keys(place).length === names.length && numbers.every(([, value]) => isPlace(value))) {
        return Object.fromEntries(numbers) as Record<Name, number>;
      }
    }
  } catch {
    // Not JSON: refused below like everything else that is no cursor.
  }
  throw invalidCursor(cursor);
}

export function invalidCursor(cursor: string): Problem {
  return new Problem('invalid_request', 400, {}, [
    { code: 'invalid_cursor', pointer: '?cursor', value: cursor.slice(0, 200) },
  ]);
}

/** Whole and within what the database counts with. */
function isPlace(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31;
}

/** The address of the next page: the same question with the cursor in place. */
export function nextPageLink(url: string, cursor: string): string {
  const [path = ''] = url.split('?');
  const parameters = new URLSearchParams(url.slice(path.length));
  parameters.set('cursor', cursor);
  return `<${path}?${parameters.toString()}>; rel="next"`;
}
