import type { Commitment, CrosswalkLink } from '../catalogue/catalogue.js';
import type { Statement } from '../communities/statement.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { areaScores, nodeDistributions } from './area-scores.js';
import { indicatorSummary } from './indicator-summary.js';
import type { AreaScore, Distribution, IndicatorSummary, ReportHead } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';
import { statementsOn } from './statements-on.js';

/** One commitment: what was promised, what measures it, and where every area stands. */
export interface CommitmentReport extends ReportHead {
  readonly kind: 'commitment';
  readonly commitment: Pick<
    Commitment,
    | 'id'
    | 'title'
    | 'paragraph'
    | 'section'
    | 'kind'
    | 'addressee'
    | 'by'
    | 'deadline'
    | 'measurability'
    | 'measurableBy'
    | 'sdgTargets'
    | 'confidence'
    | 'scored'
  > & {
    /** Absent: follow-up and review. */
    readonly objective?: { readonly code: string; readonly name: string };
  };
  /** Whether any indicator measures it, wholly or partly. */
  readonly covered: boolean;
  readonly links: readonly LinkedIndicator[];
  readonly distributions: readonly Distribution[];
  readonly areas: readonly AreaScore[];
  /** Of any area on it, the latest first. */
  readonly statements: readonly Statement[];
}

/** An indicator that says something about a commitment, and why. */
export interface LinkedIndicator
  extends
    IndicatorSummary,
    Pick<CrosswalkLink, 'type' | 'reason' | 'author' | 'date' | 'official' | 'reviewed'> {}

export function commitmentReport(commitment: Commitment, sources: ReportSources): CommitmentReport {
  const { lookUp } = sources;
  const links = lookUp.linksOfCommitment(commitment.id);
  const objective = lookUp.objective(commitment.objective ?? '');
  return {
    ...reportHead(sources),
    kind: 'commitment',
    commitment: withoutUndefined({
      id: commitment.id,
      title: commitment.title,
      paragraph: commitment.paragraph,
      section: commitment.section,
      kind: commitment.kind,
      addressee: commitment.addressee,
      by: commitment.by,
      deadline: commitment.deadline,
      measurability: commitment.measurability,
      measurableBy: commitment.measurableBy,
      sdgTargets: commitment.sdgTargets,
      confidence: commitment.confidence,
      scored: commitment.scored,
      objective: objective && { code: objective.code, name: objective.name },
    }),
    covered: isCovered(links),
    links: links.flatMap((link) => linkedIndicator(link, sources)),
    distributions: nodeDistributions('commitment', commitment.id, sources),
    areas: areaScores('commitment', commitment.id, sources),
    statements: statementsOn(sources, { subject: `commitment:${commitment.id}` }),
  };
}

/** Context is shown and measures nothing. */
export function isCovered(links: readonly CrosswalkLink[]): boolean {
  return links.some(({ type }) => type !== 'context');
}

function linkedIndicator(link: CrosswalkLink, sources: ReportSources): readonly LinkedIndicator[] {
  const indicator = sources.lookUp.indicator(link.indicator);
  if (indicator === undefined) return [];
  const { type, reason, author, date, official, reviewed } = link;
  return [{ ...indicatorSummary(indicator, sources), type, reason, author, date, official, reviewed }];
}
