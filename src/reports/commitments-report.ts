import type { Commitment, CrosswalkType } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { quantile } from '../scoring/engine/quantile.js';
import { isCovered } from './commitment-report.js';
import { nodeName } from './node-line.js';
import type { ReportHead } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';

/** The crosswalk from both ends: from each commitment to its indicators, and from each indicator to its commitments. */
export interface CommitmentsReport extends ReportHead {
  readonly kind: 'commitments';
  /** In the order of the catalogue; last those in no objective: follow-up and review. */
  readonly objectives: readonly {
    readonly code?: string;
    readonly name?: string;
    readonly commitments: readonly ListedCommitment[];
  }[];
  /** Those with a link, in the order of the catalogue. */
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly live: boolean;
    readonly commitments: readonly {
      readonly id: string;
      readonly title: string;
      readonly paragraph: string;
      readonly type: CrosswalkType;
    }[];
  }[];
}

export interface ListedCommitment extends Pick<
  Commitment,
  | 'id'
  | 'title'
  | 'paragraph'
  | 'kind'
  | 'addressee'
  | 'measurability'
  | 'measurableBy'
  | 'confidence'
  | 'scored'
> {
  /** Whether any indicator measures it, wholly or partly. */
  readonly covered: boolean;
  readonly areasWithScore: number;
  /** Over the areas with a score. Points, 0 to 100. */
  readonly medianScore?: number;
  readonly links: readonly {
    readonly indicator: string;
    readonly name: string;
    readonly type: CrosswalkType;
    readonly live: boolean;
  }[];
}

export function commitmentsReport(sources: ReportSources): CommitmentsReport {
  const { board, lookUp } = sources;
  const { objectives, commitments, indicators } = lookUp.catalogue;
  const groups = [
    ...objectives.map(({ code, name }) => ({ code, name, own: lookUp.commitmentsOfObjective(code) })),
    { own: commitments.filter(({ objective }) => objective === undefined) },
  ];
  return {
    ...reportHead(sources),
    kind: 'commitments',
    objectives: groups
      .filter(({ own }) => own.length > 0)
      .map(({ own, ...objective }) => ({
        ...objective,
        commitments: own.map((commitment) => listed(commitment, sources)),
      })),
    indicators: indicators
      .filter(({ code }) => lookUp.linksOfIndicator(code).length > 0)
      .map(({ code, name }) => ({
        code,
        name,
        live: board.liveIndicators.has(code),
        commitments: lookUp.linksOfIndicator(code).map(({ commitment, type }) => ({
          id: commitment,
          title: nodeName('commitment', commitment, lookUp),
          paragraph: lookUp.commitment(commitment)?.paragraph ?? '',
          type,
        })),
      })),
  };
}

function listed(commitment: Commitment, { board, lookUp }: ReportSources): ListedCommitment {
  const links = lookUp.linksOfCommitment(commitment.id);
  const scores = board.areas.flatMap(
    (area) => board.nodeScore(area, 'commitment', commitment.id).score ?? [],
  );
  return withoutUndefined({
    id: commitment.id,
    title: commitment.title,
    paragraph: commitment.paragraph,
    kind: commitment.kind,
    addressee: commitment.addressee,
    measurability: commitment.measurability,
    measurableBy: commitment.measurableBy,
    confidence: commitment.confidence,
    scored: commitment.scored,
    covered: isCovered(links),
    areasWithScore: scores.length,
    medianScore: quantile(scores, 0.5),
    links: links.map(({ indicator, type }) => ({
      indicator,
      name: nodeName('indicator', indicator, lookUp),
      type,
      live: board.liveIndicators.has(indicator),
    })),
  });
}
