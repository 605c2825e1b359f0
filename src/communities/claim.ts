import { CODE_OF_CONDUCT } from '../platform/code-of-conduct.js';

/** Somebody who asks to act for a community. */
export interface Claim {
  readonly id: number;
  /** Code of the community, when they chose one that is shown. */
  readonly community?: string;
  /** Name of the community as they told it. */
  readonly initiative: string;
  /** Who they are and where they are reached: for administrators, until they decide. */
  readonly person: string;
  readonly address: string;
  /** Address (http or https) of a page that shows that they act for it. */
  readonly evidence: string;
  /** The version of the Code of Conduct they accepted. */
  readonly conduct?: string;
  readonly sentAt: Date;
}

export type NewClaim = Omit<Claim, 'id' | 'sentAt'>;

/** The key of who asked, once that is confirmed: with the Code of Conduct accepted where they accepted it as it stands. */
export function keyRequestOf({ person, conduct }: Claim, community: string) {
  const accepts = conduct === CODE_OF_CONDUCT.version ? { acceptsConduct: 'claim' as const } : {};
  return { name: person, community, roles: ['submitter'], ...accepts };
}
