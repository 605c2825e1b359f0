/** A community's word that no newer figure is known of an indicator of an area. It is no observation, and makes none. */
export interface Confirmation {
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly indicator: string;
  /** Code of the community that says so. */
  readonly community: string;
  readonly communityName: string;
  /** Year of the newest figure that was held then; absent when none was. */
  readonly year?: number;
  readonly confirmedAt: Date;
}
