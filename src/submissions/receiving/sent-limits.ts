/** Most bytes of one request that sends figures; the command line has its own limit. */
export const MOST_SENT_BYTES = 50 * 1024 * 1024;

/** Most rows of it. */
export const SENT_ROW_LIMITS = { rows: 2_000_000 } as const;
