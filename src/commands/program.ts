import { Command } from 'commander';
import { CommunityRepository } from '../communities/community.repository.js';
import { translate } from '../language/translate.js';
import { AcceptanceService } from '../observations/acceptance.service.js';
import { addAuditCommand } from './audit-command.js';
import { addAuditVerifyCommand } from './audit-verify-command.js';
import { addBriefsCommand } from './briefs-command.js';
import type { WithRooms } from './command-rooms.js';
import { addCommunicationCommand } from './communication-command.js';
import { addDecisionCommands } from './decision-commands.js';
import { describeAcceptance, describeReport } from './describe-report.js';
import { addContactCommands } from './contact-commands.js';
import { addDigestsCommand } from './digests-command.js';
import { fromWhereCalled } from './from-where-called.js';
import { keepingProblems } from './keep-problems.js';
import { addIgfReportCommand } from './igf-report-command.js';
import { addKeyCommands } from './key-commands.js';
import { actorOf, loadFile, type LoadOptions } from './load-file.js';
import { ANSWER_NAMES } from '../submissions/checking/answers.js';
import type { Output, Show } from './output.js';
import { addPeopleCommands } from './people-commands.js';
import { addReleaseCommands } from './release-commands.js';
import { addRevertCommand } from './revert-command.js';
import { addSensitivityCommand } from './sensitivity-command.js';
import { faultsOf, verificationLines, verify } from './verify.js';

/** The commands of an operator. */
export function commandProgram(withRooms: WithRooms, output: Output): Command {
  const program = new Command('iww').description(say('command.about')).showHelpAfterError();
  const show: Show = (isJson, value, lines) => {
    if (isJson === true) output.json(value);
    else lines.forEach((line) => output.line(line));
  };

  const load = program
    .command('load')
    .description(say('command.load'))
    .argument('<file>', say('command.load.file'))
    .requiredOption('--community <code>', say('command.community'))
    .option('--as <key>', say('command.load.as'))
    .option('--accept', say('command.load.accept'), false)
    .option('--check', say('command.load.check'), false)
    .option('--no-partial', say('command.load.no-partial'))
    .option('--problems <file>', say('command.load.problems'))
    .option('--json', say('command.json'));
  for (const name of ANSWER_NAMES) load.option(`--${name} <${name}>`, say(`command.load.${name}`));
  load.action(async (file: string, options: LoadOptions & LoadOutput) => {
    await withRooms(async (rooms) => {
      const tell = options.json === true ? () => undefined : output.progress;
      const loading = loadFile(rooms, fromWhereCalled(file), options, tell);
      const problems = options.problems === undefined ? undefined : fromWhereCalled(options.problems);
      const { report, acceptance } = await keepingProblems(problems, loading);
      const { failedRows: _rows, ...told } = report;
      const lines = describeReport(report, { file, community: options.community });
      show(
        options.json,
        { report: told, ...(acceptance === undefined ? {} : { acceptance }) },
        acceptance === undefined ? lines : [...lines, describeAcceptance(acceptance)],
      );
    });
  });

  program
    .command('accept')
    .description(say('command.accept'))
    .argument('<receipt>', say('command.accept.receipt'))
    .requiredOption('--as <key>', say('command.accept.as'))
    .option('--json', say('command.json'))
    .action(async (receipt: string, options: { readonly as: string; readonly json?: boolean }) => {
      await withRooms(async (rooms) => {
        const reviewer = await actorOf(rooms, options.as);
        const acceptance = await rooms.get(AcceptanceService).accept(reviewer, receipt);
        show(options.json, acceptance, [describeAcceptance(acceptance)]);
      });
    });

  addKeyCommands(program, withRooms, show);
  addPeopleCommands(program, withRooms, show);

  program
    .command('communities')
    .description(say('command.communities'))
    .option('--json', say('command.json'))
    .action(async (options: { readonly json?: boolean }) => {
      await withRooms(async (rooms) => {
        const communities = await rooms.get(CommunityRepository).visible();
        const lines = communities.map(({ code, name, kind }) => `${code}\t${name}\t${kind}`);
        show(options.json, communities, lines);
      });
    });

  program
    .command('verify')
    .description(say('command.verify'))
    .option('--json', say('command.json'))
    .action(async (options: { readonly json?: boolean }) => {
      await withRooms(async (rooms) => {
        const verification = await verify(rooms);
        show(options.json, verification, verificationLines(verification));
        if (faultsOf(verification).length > 0) process.exitCode = 1;
      });
    });

  addDecisionCommands(program, withRooms, show);
  addRevertCommand(program, withRooms, show);
  addContactCommands(program, withRooms, show);
  addAuditCommand(program, withRooms, show);
  addAuditVerifyCommand(program, withRooms, show);
  addReleaseCommands(program, withRooms, show);
  addSensitivityCommand(program, withRooms, show, output);
  addBriefsCommand(program, withRooms, show, output);
  addDigestsCommand(program, withRooms, show);
  addCommunicationCommand(program, withRooms, show, output);
  addIgfReportCommand(program, withRooms, show, output);
  return program;
}

interface LoadOutput {
  readonly json?: boolean;
  /** File for the rows that were not taken. */
  readonly problems?: string;
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
