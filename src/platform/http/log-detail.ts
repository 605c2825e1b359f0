/**
 * How much is logged: `error` also warnings; `info` a line for each answer; `debug` what the framework says at the start.
 */
export const LOG_DETAILS = ['off', 'error', 'info', 'debug'] as const;
export type LogDetail = (typeof LOG_DETAILS)[number];
