import type { Command } from 'commander';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { translate } from '../language/translate.js';
import { auditIndicators } from '../scoring/audit/indicator-audit.js';
import { ScoreBoardService } from '../scoring/score-board.service.js';
import { auditWeights } from '../scoring/audit/weight-audit.js';
import type { WithRooms } from './command-rooms.js';
import { describeAudit } from './describe-audit.js';
import type { Show } from './output.js';

/** `audit`: what a statistician asks of an edition's goalposts and weights. */
export function addAuditCommand(program: Command, withRooms: WithRooms, show: Show): void {
  program
    .command('audit')
    .description(translate('en', 'command.audit'))
    .option('--json', translate('en', 'command.json'))
    .action(async (options: { readonly json?: boolean }) => {
      await withRooms(async (rooms) => {
        const { catalogue } = rooms.get(CatalogueService).current();
        const board = await rooms.get(ScoreBoardService).current();
        const indicators = auditIndicators(catalogue, board);
        const weights = auditWeights(catalogue, board);
        show(
          options.json,
          { revision: board.revision, indicators, weights },
          describeAudit(indicators, weights),
        );
      });
    });
}
