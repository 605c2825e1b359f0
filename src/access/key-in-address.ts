const NAMES = /^(?:api_?key|key|token|access_token|auth(?:orization)?|bearer)$/i;
/** One of ours. */
const OWN_KEY = /^iww_[\w-]{20,}$/;

/** Whether the query of an address names a key, or holds one of ours under any name: addresses are kept in logs. */
export function holdsKey(url: string): boolean {
  const at = url.indexOf('?');
  if (at < 0) return false;
  for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
    if (NAMES.test(name) || OWN_KEY.test(value.trim())) return true;
  }
  return false;
}
