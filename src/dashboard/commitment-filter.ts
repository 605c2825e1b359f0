import type { CommitmentsReport, ListedCommitment } from '../reports/commitments-report.js';

/** Which commitments a reader asks for; what is absent does not matter. */
export interface CommitmentFilter {
  /** Code of an objective; `none`: follow-up and review. */
  readonly objective: string | undefined;
  readonly kind: string | undefined;
  readonly evidence: string | undefined;
  /** Code of an indicator that speaks to them. */
  readonly indicator: string | undefined;
}

/** Whether an indicator measures it; whether countries have scores on it. */
export const EVIDENCE = ['measured', 'scored', 'unmeasured'] as const;

const HAS_EVIDENCE: Readonly<Record<(typeof EVIDENCE)[number], (commitment: ListedCommitment) => boolean>> = {
  measured: ({ covered }) => covered,
  scored: ({ areasWithScore }) => areasWithScore > 0,
  unmeasured: ({ covered }) => !covered,
};

/** The explorer with only the commitments that fit, and the indicators that speak to them. */
export function filterCommitments(report: CommitmentsReport, filter: CommitmentFilter): CommitmentsReport {
  const evidence = EVIDENCE.find((one) => one === filter.evidence);
  const fits = (commitment: ListedCommitment): boolean =>
    (filter.kind === undefined || commitment.kind === filter.kind) &&
    (evidence === undefined || HAS_EVIDENCE[evidence](commitment)) &&
    (filter.indicator === undefined ||
      commitment.links.some(({ indicator }) => indicator === filter.indicator));
  const objectives = report.objectives
    .filter(({ code = 'none' }) => filter.objective === undefined || code === filter.objective)
    .map((objective) => ({ ...objective, commitments: objective.commitments.filter(fits) }))
    .filter(({ commitments }) => commitments.length > 0);
  const left = new Set(objectives.flatMap(({ commitments }) => commitments.map(({ id }) => id)));
  return {
    ...report,
    objectives,
    indicators: report.indicators
      .filter(({ code }) => filter.indicator === undefined || code === filter.indicator)
      .map((indicator) => ({
        ...indicator,
        commitments: indicator.commitments.filter(({ id }) => left.has(id)),
      }))
      .filter(({ commitments }) => commitments.length > 0),
  };
}

export function isFiltering(filter: CommitmentFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
