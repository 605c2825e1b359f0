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
  readonly sentAt: Date;
}

export type NewClaim = Omit<Claim, 'id' | 'sentAt'>;
