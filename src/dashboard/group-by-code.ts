/** Findings of one code, in the order they stood in. */
export interface CodeGroup<Finding> {
  readonly code: string;
  /** How often it was found, also beyond those that are kept. */
  readonly total: number;
  readonly findings: readonly Finding[];
}

/**
 * Findings by code, the most frequent first.
 * @param totals how often each code was found in all
 */
export function groupByCode<Finding extends { readonly code: string }>(
  findings: readonly Finding[],
  totals: Readonly<Record<string, number>>,
): readonly CodeGroup<Finding>[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes
    .map((code) => {
      const ofCode = findings.filter((finding) => finding.code === code);
      return { code, total: Math.max(totals[code] ?? 0, ofCode.length), findings: ofCode };
    })
    .toSorted((one, other) => other.total - one.total);
}
