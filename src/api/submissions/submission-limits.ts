/** Most bytes of a JSON body. */
export const MOST_JSON_BYTES = 8 * 1024 * 1024;
