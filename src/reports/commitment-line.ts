import type { Commitment } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { nodeLine, nodeName } from './node-line.js';
import type { CommitmentLine } from './report.js';
import type { ReportSources } from './report-sources.js';

/** One commitment of one area, with everything that is linked to it. */
export function commitmentLine(area: string, commitment: Commitment, sources: ReportSources): CommitmentLine {
  const { lookUp } = sources;
  return withoutUndefined({
    ...nodeLine(area, 'commitment', commitment.id, sources),
    paragraph: commitment.paragraph,
    objective: commitment.objective,
    confidence: commitment.confidence,
    scored: commitment.scored,
    links: lookUp.linksOfCommitment(commitment.id).map(({ indicator, type, reason }) => ({
      indicator,
      name: nodeName('indicator', indicator, lookUp),
      type,
      reason,
    })),
  });
}
