import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { DecisionService } from '../observations/decision.service.js';
import { readAnswers } from '../submissions/checking/answers.js';
import { CorrectionService } from '../submissions/reviewing/correction.service.js';
import { ReceiptService, type SubmissionDetail } from '../submissions/receipt.service.js';
import { WithdrawalService } from '../submissions/reviewing/withdrawal.service.js';
import type { WithRooms } from './command-rooms.js';
import { actorOf } from './load-file.js';
import { correctedCell, namedCell } from './named-cell.js';
import type { Show } from './output.js';

interface KeyOptions {
  readonly as: string;
  readonly json?: boolean;
}

interface ReasonOptions extends KeyOptions {
  readonly reason: string;
  readonly reasonCode?: string;
  readonly cell?: readonly string[];
}

interface CorrectOptions extends KeyOptions {
  readonly decimal?: string;
}

/** `return`, `reject`, `withdraw`, `correct` and `status`: what becomes of a submission between sending and acceptance. */
export function addDecisionCommands(program: Command, withRooms: WithRooms, show: Show): void {
  const command = (name: string): Command =>
    program
      .command(name)
      .description(say(`command.${name}`))
      .argument('<receipt>', say('command.accept.receipt'))
      .requiredOption('--as <key>', say('command.step.as'))
      .option('--json', say('command.json'));

  for (const decision of ['return', 'reject'] as const) {
    command(decision)
      .requiredOption('--reason <text>', say('command.step.reason'))
      .option('--reason-code <code>', say('command.revert.reason-code'))
      .option('--cell <cells...>', say('command.step.cell'))
      .action(async (receipt: string, { as, json, reason, reasonCode, cell }: ReasonOptions) => {
        await withRooms(async (rooms) => {
          const request = {
            decision,
            text: reason,
            ...(reasonCode === undefined ? {} : { reasonCode }),
            ...(cell === undefined ? {} : { cells: cell.map(namedCell) }),
          };
          const reviewer = await actorOf(rooms, as);
          const decided = await rooms.get(DecisionService).decide(reviewer, receipt, request);
          show(json, decided, [say('command.step.done', { receipt, state: decided.state })]);
        });
      });
  }

  command('withdraw').action(async (receipt: string, { as, json }: KeyOptions) => {
    await withRooms(async (rooms) => {
      const { state } = await rooms.get(WithdrawalService).withdraw(await actorOf(rooms, as), receipt);
      show(json, { receipt, state }, [say('command.step.done', { receipt, state })]);
    });
  });

  command('correct')
    .argument('<cells...>', say('command.correct.cells'))
    .option('--decimal <sign>', say('command.load.decimal'))
    .action(async (receipt: string, cells: readonly string[], { as, json, decimal }: CorrectOptions) => {
      await withRooms(async (rooms) => {
        const sender = await actorOf(rooms, as);
        const correcting = { decimal: readAnswers({ decimal }).decimal };
        const corrected = cells.map(correctedCell);
        const { id, state } = await rooms
          .get(CorrectionService)
          .correct(sender, receipt, corrected, correcting);
        const changes = await rooms.get(CorrectionService).changes(id);
        const lines = changes.map((change) => say('command.status.change', { ...change }));
        show(json, { receipt, state, changes }, [...lines, say('command.step.done', { receipt, state })]);
      });
    });

  command('status').action(async (receipt: string, { as, json }: KeyOptions) => {
    await withRooms(async (rooms) => {
      const detail = await rooms.get(ReceiptService).read(await actorOf(rooms, as), receipt);
      show(json, detail, statusLines(detail));
    });
  });
}

function statusLines({ submission, decisions, changes }: SubmissionDetail): readonly string[] {
  const { receipt, state, counts } = submission;
  return [
    say('command.step.done', { receipt, state }),
    say('command.status.counts', { ...counts }),
    ...decisions.flatMap(({ verdict, reason, cells }) => [
      say('command.status.decision', {
        verdict,
        reason: reason ?? '',
        hasReason: reason === undefined ? 'no' : 'yes',
      }),
      ...cells.map(
        ({ row, column, ordinal }) =>
          `  ${String(row)}:${column}${ordinal === undefined ? '' : `#${String(ordinal)}`}`,
      ),
    ]),
    ...changes.map((change) => say('command.status.change', { ...change })),
  ];
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
