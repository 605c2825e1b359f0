export type CommunityKind = 'national' | 'sub-regional' | 'regional' | 'youth' | 'other' | 'system';

/** A community as the seeds tell of it: who may take part, and how sure it is that it exists under this name. */
export interface SeedCommunity {
  /** Lower-case letters, digits and hyphens; never changes. */
  readonly code: string;
  readonly name: string;
  readonly acronym?: string;
  readonly kind: CommunityKind;
  /** ISO 3166-1 alpha-3 of the areas it is about; empty for regions without a list. */
  readonly countries: readonly string[];
  readonly region?: string;
  /** Year of foundation. */
  readonly established?: number;
  readonly website?: string;
  /** Whether the address was seen in a public source or is recalled. */
  readonly websiteConfidence?: 'seen' | 'recalled';
  /** Listed in a public source, or recalled and waiting for confirmation. */
  readonly confidence: 'listed' | 'recalled';
  /** Where it is listed. */
  readonly source?: string;
  /** Not shown until it, or the secretariat, confirms. */
  readonly hidden: boolean;
  /** For the secretariat: what to settle before it is shown. */
  readonly caution?: string;
}
