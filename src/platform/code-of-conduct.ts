/**
 * The Code of Conduct as it stands on the page of that name. Whoever changes what it asks gives it the next version and
 * date: everybody is then asked anew before they write.
 */
export const CODE_OF_CONDUCT = { version: '1.0', date: '2026-11-24' } as const;

/** How somebody accepted it: on a page, over the interface, asking to act for a community, or told by who made their key. */
export const ACCEPTANCE_CHANNELS = ['page', 'interface', 'claim', 'operator'] as const;
export type AcceptanceChannel = (typeof ACCEPTANCE_CHANNELS)[number];
