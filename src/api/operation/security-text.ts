/** Who reads it later than this asks again. RFC 9116 wants less than a year. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * The text of `/.well-known/security.txt`, RFC 9116. It says the same all day.
 * @param contact URI of whoever hears of weaknesses
 * @param base where readers reach this installation, without a slash at the end
 */
export function securityText(contact: string, base: string, now: Date): string {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return [
    `Contact: ${contact}`,
    `Expires: ${new Date(today + VALID_DAYS * DAY_MS).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${base}/.well-known/security.txt`,
    '',
  ].join('\n');
}
