/** What goes along with a step that somebody takes. */
export interface Circumstances {
  /** Links the trace to the log. */
  readonly requestId?: string | undefined;
  /** Versions of the thing of which one must be the present one: what the person saw. Absent: whichever it is. */
  readonly ifVersion?: readonly number[] | undefined;
}
