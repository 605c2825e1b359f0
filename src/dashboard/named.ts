/** Something to choose from a list. */
export interface Named {
  readonly code: string;
  readonly name: string;
}
