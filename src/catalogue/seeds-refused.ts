import { Refusal } from '../platform/refusal.js';
import { describeFault, type SeedFault } from './seed-fault.js';

/**
 * The seeds cannot be loaded, and the operator can mend it: the message is whole sentences, with every fault on a
 * line of its own.
 */
export class SeedsRefused extends Refusal {
  constructor(
    sentence: string,
    readonly faults: readonly SeedFault[] = [],
    options: ErrorOptions = {},
  ) {
    super([sentence, ...faults.map(describeFault)].join('\n'), options);
  }
}
