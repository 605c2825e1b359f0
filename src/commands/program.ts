import { resolve } from 'node:path';
import { Command } from 'commander';
import { AccessService } from '../access/access.service.js';
import { CommunityRepository } from '../communities/community.repository.js';
import { translate } from '../language/translate.js';
import { AcceptanceService } from '../observations/acceptance.service.js';
import { IntegrityRepository } from '../observations/integrity.repository.js';
import { addAuditCommand } from './audit-command.js';
import type { WithRooms } from './command-rooms.js';
import { addDecisionCommands } from './decision-commands.js';
import { describeAcceptance, describeReport } from './describe-report.js';
import { addContactCommands } from './contact-commands.js';
import { keepingProblems } from './keep-problems.js';
import { actorOf, loadFile, type LoadOptions } from './load-file.js';
import { ANSWER_NAMES } from '../submissions/checking/answers.js';
import type { Output, Show } from './output.js';
import { addRevertCommand } from './revert-command.js';
import { addSensitivityCommand } from './sensitivity-command.js';
import { wholeNumber } from './whole-number.js';

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

  program
    .command('key:create')
    .description(say('command.key'))
    .option('--community <code>', say('command.key.community'))
    .option('--role <roles>', say('command.key.role'), listOf)
    .option('--global <roles>', say('command.key.global'), listOf)
    .requiredOption('--name <name>', say('command.key.name'))
    .option('--days <days>', say('command.key.days'), wholeNumber)
    .option('--json', say('command.json'))
    .action(async (options: KeyOptions, command: Command) => {
      const request = keyRequestOf(options);
      if (request === undefined) command.error(say('command.key.either'));
      await withRooms(async (rooms) => {
        const { key, roles, expiresAt } = await rooms.get(AccessService).createKey(request);
        const until = expiresAt.toISOString();
        const lines = [say('command.key.created', { roles: roles.join(', '), until }), key];
        show(options.json, { key, roles, expiresAt: until }, lines);
      });
    });

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
        const integrity = rooms.get(IntegrityRepository);
        const orphans = await integrity.orphans();
        const halves = await integrity.halves();
        const found = [
          ...faultsOf({ ...orphans }, 'command.verify.orphans'),
          ...faultsOf({ ...halves }, 'command.verify.halves'),
        ];
        show(options.json, { orphans, halves }, found.length === 0 ? [say('command.verify.good')] : found);
        if (found.length > 0) process.exitCode = 1;
      });
    });

  addDecisionCommands(program, withRooms, show);
  addRevertCommand(program, withRooms, show);
  addContactCommands(program, withRooms, show);
  addAuditCommand(program, withRooms, show);
  addSensitivityCommand(program, withRooms, show, output);
  return program;
}

function faultsOf(counts: Readonly<Record<string, number>>, key: string): readonly string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say(key, { what, count }));
}

interface LoadOutput {
  readonly json?: boolean;
  /** File for the rows that were not taken. */
  readonly problems?: string;
}

interface KeyOptions {
  readonly community?: string;
  readonly role?: readonly string[];
  readonly global?: readonly string[];
  readonly name: string;
  readonly days?: number;
  readonly json?: boolean;
}

/** `undefined` unless it is clearly a key of one community or clearly a key of the whole installation. */
function keyRequestOf({ community, role, global, name, days: expiresInDays }: KeyOptions) {
  if (community !== undefined && role !== undefined && global === undefined) {
    return { community, roles: role, name, expiresInDays };
  }
  if (global === undefined || community !== undefined || role !== undefined) return undefined;
  return { globalRoles: global, name, expiresInDays };
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** npm runs commands in the directory of the installation and tells where it was called. */
function fromWhereCalled(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
