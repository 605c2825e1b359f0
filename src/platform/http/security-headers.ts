/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

const OF_EVERY_ANSWER: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // An answer that no page is made of: nothing in it runs, loads or is framed when a browser opens it.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** Of answers for programs, which pages elsewhere may read as well: see CORS. */
export const API_HEADERS: Headers = { ...OF_EVERY_ANSWER, 'cross-origin-resource-policy': 'cross-origin' };

/** Of all others: pages, their files, and what stands at the root. A page replaces the policy by its own. */
export const OWN_HEADERS: Headers = { ...OF_EVERY_ANSWER, 'cross-origin-resource-policy': 'same-origin' };

/** Half a year and more: once reached by TLS, browsers ask by TLS. */
export const TLS_ONLY: Headers = { 'strict-transport-security': 'max-age=31536000' };
