import { Refusal } from '../refusal.js';

/** How much one caller may ask of this process: requests a minute of one address. */
export interface Rates {
  /** Pages and answers; a key has five times as many of its own. */
  readonly reads: number;
  /** Files, decisions and all else that changes something; by key where one is shown. */
  readonly writes: number;
  /** Sign-ins and wrong keys; ten times as many an hour. */
  readonly signIns: number;
}

/**
 * @param valueOf the value of a setting, `undefined` where there is none
 * @throws Refusal naming the setting
 */
export function readRates(
  valueOf: (name: 'IWW_RATE_READS' | 'IWW_RATE_WRITES' | 'IWW_RATE_SIGN_INS') => string | undefined,
): Rates {
  const read = (name: Parameters<typeof valueOf>[0], usual: number): number => {
    const value = valueOf(name) ?? String(usual);
    if (/^[1-9]\d{0,7}$/.test(value)) return Number(value);
    throw new Refusal(
      `${name} is "${value}": it must be how many requests a minute one address may send, such as ${String(usual)}.`,
    );
  };
  return {
    reads: read('IWW_RATE_READS', 600),
    writes: read('IWW_RATE_WRITES', 60),
    signIns: read('IWW_RATE_SIGN_INS', 10),
  };
}
