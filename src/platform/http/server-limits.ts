/** How long and how large a request may be before anything of it is understood: options of the web server. */
export const SERVER_LIMITS = {
  /** Until a request is here whole, in milliseconds: 50 MB at 90 kB a second. */
  requestTimeout: 600_000,
  /** Until the next request on a connection, in milliseconds. */
  keepAliveTimeout: 72_000,
  http: {
    /** Until the head of a request is here whole, in milliseconds. */
    headersTimeout: 30_000,
    /** How often these times are looked at, in milliseconds. */
    connectionsCheckingInterval: 1_000,
    /** Bytes of the head, address and all header fields together. */
    maxHeaderSize: 16_384,
    /** A request to no host is refused with the same words as others. */
    requireHostHeader: false,
  },
} as const;
