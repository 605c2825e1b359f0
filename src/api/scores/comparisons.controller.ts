import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MomentService } from '../../reports/moment.service.js';
import { nodeName } from '../../reports/node-line.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { compareAreas, type Comparison } from '../../scoring/uncertainty/score-comparison.js';
import { ScoreIntervalsService } from '../../scoring/uncertainty/score-intervals.service.js';
import { simulationSettings } from '../../scoring/uncertainty/simulation-input.js';
import type { NodeKind } from '../../scoring/score.js';
import { ComparisonsRequest } from './comparisons.request.js';
import { ComparisonResponse, PAIR_COLUMNS, type ComparedAreaResponse } from './comparison.response.js';
import { itemTable } from '../edge/item-table.js';
import { requireKnownCodes } from '../edge/known-code.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { codesOf } from './score-question.js';
import { SCORED_KINDS } from './nodes.request.js';
import { writtenTable } from '../edge/written-list.js';

const NODE_KINDS = SCORED_KINDS.filter((kind) => kind !== 'indicator');

@ApiTags('Scores')
@Controller('api/v1')
export class ComparisonsController {
  constructor(
    private readonly moments: MomentService,
    private readonly intervals: ScoreIntervalsService,
  ) {}

  @Resource({
    path: 'comparisons',
    summary: 'How surely areas are ahead of each other in a node, as of the as-of year',
    description:
      'The whole calculation is repeated with other reasonable choices; counted is how often one area is ahead of the other. Intervals that overlap do not mean a tie. The first question about a node after new data takes about a second; while too many wait, or the server has just started, the answer is 503 with Retry-After. CSV holds the pairs.',
    answer: ComparisonResponse,
    dated: true,
  })
  async compare(@Query() query: ComparisonsRequest): Promise<Representation> {
    const sources = await this.moments.at(query);
    const node = nodeOf(query.node, sources);
    requireKnownCodes('area', query.area, sources.board.areas);
    const { board, lookUp } = sources;
    const scored = query.area.filter(
      (area) => board.evaluation(area, node.kind, node.code).score !== undefined,
    );
    const comparison =
      scored.length === 0
        ? { spreads: [], pairs: [] }
        : compareAreas(await this.intervals.simulatedNode(board, lookUp, node.kind, node.code), scored);
    return {
      json: () => comparisonResponse(query.area, node, comparison, sources),
      csv: () => writtenTable(itemTable(PAIR_COLUMNS, comparison.pairs), query),
    };
  }
}

interface ComparedNode {
  readonly kind: NodeKind;
  readonly code: string;
}

/** @throws Problem `invalid_request` unless it is the code of a node */
function nodeOf(code: string, { lookUp }: ReportSources): ComparedNode {
  requireKnownCodes(
    'node',
    [code],
    NODE_KINDS.flatMap((each) => codesOf(each, lookUp)),
  );
  const kind = NODE_KINDS.find((each) => codesOf(each, lookUp).includes(code));
  if (kind === undefined) throw new RangeError(`There is no node ${code}`);
  return { kind, code };
}

function comparisonResponse(
  areas: readonly string[],
  { kind, code }: ComparedNode,
  { spreads, pairs }: Comparison,
  { board, lookUp }: ReportSources,
): ComparisonResponse {
  const { seed, replicates } = simulationSettings(lookUp.catalogue);
  return {
    revision: board.revision,
    year: board.asOfYear,
    kind,
    node: code,
    name: nodeName(kind, code, lookUp),
    seed,
    replicates,
    areas: areas.map((area): ComparedAreaResponse => {
      const { score, missing } = board.nodeScore(area, kind, code);
      const spread = spreads.find(({ unit }) => unit === area);
      return {
        area,
        name: lookUp.area(area)?.name ?? area,
        score: score ?? null,
        missing: missing ?? null,
        scoreLow: spread?.scoreLow ?? null,
        scoreMedian: spread?.scoreMedian ?? null,
        scoreHigh: spread?.scoreHigh ?? null,
      };
    }),
    pairs: pairs.map(({ a, b, shareAhead, tied }) => ({ a, b, shareAhead, tied })),
  };
}
