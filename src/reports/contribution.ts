/**
 * What a community sent and what became of it, as of one data revision. Only what is public: submissions that were
 * accepted, those reverted later among them. Nothing is told of persons, not even how many they are.
 */
export interface Contribution {
  /** By the year in which they were accepted, UTC; each stands where it stood at the revision. */
  readonly submissions: readonly {
    readonly year: number;
    readonly accepted: number;
    readonly reverted: number;
  }[];
  /** Decisions on these submissions; one may have been returned several times before it was accepted. */
  readonly decisions: { readonly accepted: number; readonly returned: number; readonly reverted: number };
  readonly figures: {
    /** Held as fact. */
    readonly live: number;
    /** A later submission of the same community brought another figure in their place. */
    readonly superseded: number;
    /** Ended with the submission that brought them. */
    readonly takenBack: number;
  };
  /** Days of the first and the last acceptance, YYYY-MM-DD, UTC; absent when there was none. */
  readonly firstAccepted?: string;
  readonly lastAccepted?: string;
  /** Indicators with live figures, by code. */
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly areas: number;
    readonly figures: number;
    readonly firstYear: number;
    readonly lastYear: number;
  }[];
  /** Areas with live figures, by code. */
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly indicators: number;
    readonly figures: number;
  }[];
}

/** A contribution as it is counted, before its codes get their names. */
export interface CountedContribution extends Omit<Contribution, 'indicators' | 'areas'> {
  readonly indicators: readonly Omit<Contribution['indicators'][number], 'name'>[];
  readonly areas: readonly Omit<Contribution['areas'][number], 'name'>[];
}

/** Gives what was counted the names of the catalogue. */
export function namedContribution(
  counted: CountedContribution,
  nameOf: { readonly indicator: (code: string) => string; readonly area: (code: string) => string },
): Contribution {
  return {
    ...counted,
    indicators: counted.indicators.map((line) => ({ ...line, name: nameOf.indicator(line.code) })),
    areas: counted.areas.map((line) => ({ ...line, name: nameOf.area(line.code) })),
  };
}
