import type { Command } from 'commander';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { LookUp } from '../catalogue/look-up.js';
import { translate } from '../language/translate.js';
import { requireFound } from '../platform/require-found.js';
import { planNodes } from '../scoring/board/node-plan.js';
import { ScoreBoardService } from '../scoring/score-board.service.js';
import type { NodeKind } from '../scoring/score.js';
import { nodeSensitivity } from '../scoring/uncertainty/sensitivity.js';
import type { CommandRooms, WithRooms } from './command-rooms.js';
import { describeSensitivity, type SensitivityReport } from './describe-sensitivity.js';
import type { Output, Show } from './output.js';
import { wholeNumber } from './whole-number.js';

interface SensitivityOptions {
  readonly node?: string;
  readonly replicates?: number;
  readonly json?: boolean;
}

/** `sensitivity`: what the scores of a node hang on, once per edition. */
export function addSensitivityCommand(
  program: Command,
  withRooms: WithRooms,
  show: Show,
  { progress }: Output,
): void {
  program
    .command('sensitivity')
    .description(translate('en', 'command.sensitivity'))
    .option('--node <code>', translate('en', 'command.sensitivity.node-option'))
    .option('--replicates <number>', translate('en', 'command.sensitivity.replicates'), wholeNumber)
    .option('--json', translate('en', 'command.json'))
    .action(async (options: SensitivityOptions) => {
      await withRooms(async (rooms) => {
        const tell = options.json === true ? () => undefined : progress;
        const report = await measureSensitivity(rooms, options, tell);
        show(options.json, report, describeSensitivity(report));
      });
    });
}

/**
 * What the scores of a node hang on; of the framework, or of each principle where the overall score is switched off,
 * when none is named. Nodes that no area has a score in are passed over.
 * @throws Problem `node_not_found`
 */
async function measureSensitivity(
  rooms: CommandRooms,
  { node, replicates }: SensitivityOptions,
  tell: (line: string) => void,
): Promise<SensitivityReport> {
  const board = await rooms.get(ScoreBoardService).current();
  const lookUp = rooms.get(CatalogueService).current();
  const { catalogue } = lookUp;
  const nodes = askedNodes(node, lookUp).flatMap((each) => {
    tell(translate('en', 'command.sensitivity.working', { node: each.code }));
    return nodeSensitivity(catalogue, board, each, replicates) ?? [];
  });
  const { edition, uncertainty } = catalogue.method;
  return { revision: board.revision, edition, seed: uncertainty.seed, nodes };
}

interface AskedNode {
  readonly kind: NodeKind;
  readonly code: string;
}

function askedNodes(code: string | undefined, { catalogue }: LookUp): readonly AskedNode[] {
  const all = [...planNodes(catalogue).values()];
  if (code !== undefined) {
    const found = all.find((plan) => plan.code === code);
    const known = all.map((plan) => plan.code);
    return [requireFound(found, 'node_not_found', code, known)];
  }
  const kind = catalogue.method.overallScore ? 'framework' : 'principle';
  return all.filter((plan) => plan.kind === kind);
}
