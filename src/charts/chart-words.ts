/** The words of every chart. */
export interface ChartWords {
  /** BCP 47 code of the language its words are in. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** A sentence that says what is seen. */
  readonly title: string;
  /** One sentence or two for those who cannot see the picture. */
  readonly summary: string;
  readonly unit: string;
  /** Sources, editions, why a line breaks: one sentence each, printed under the chart. */
  readonly notes: readonly string[];
}

/** Which way years run: in all languages alike, or from right to left where the writing does. For all charts. */
export const YEARS_RUN: 'to_the_right' | 'with_the_writing' = 'to_the_right';
