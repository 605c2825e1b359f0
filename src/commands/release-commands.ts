import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { translate } from '../language/translate.js';
import { Problem } from '../platform/problem.js';
import { SigningKeyService } from '../platform/signing-key.service.js';
import { ReleaseCheckService, type ReleaseCheck } from '../reports/releases/release-check.service.js';
import { faultsOfFiles } from '../reports/releases/release-faults.js';
import { ReleaseService } from '../reports/releases/release.service.js';
import { SIGNATURE, type Release } from '../scoring/releases/release.js';
import { ReleaseRepository } from '../scoring/releases/release.repository.js';
import type { CommandRooms, WithRooms } from './command-rooms.js';
import { fromWhereCalled } from './from-where-called.js';
import { actorOf } from './load-file.js';
import type { Show } from './output.js';
import { releaseFilesIn } from './release-files.js';

interface Common {
  readonly json?: boolean;
}
interface ByPublisher extends Common {
  readonly as: string;
}

/** `release prepare|publish|withdraw|list|verify|download`: frozen and signed editions. */
export function addReleaseCommands(program: Command, withRooms: WithRooms, show: Show): void {
  const release = program.command('release').description(say('command.release'));
  const step = (name: 'prepare' | 'publish' | 'withdraw'): Command =>
    release
      .command(name)
      .description(say(`command.release.${name}`))
      .argument('<id>', say('command.release.id'))
      .requiredOption('--as <key>', say('command.release.as'))
      .option('--json', say('command.json'));

  step('prepare')
    .option('--date <date>', say('command.release.date'))
    .option('--note <text>', say('command.release.note'))
    .action(async (id: string, options: ByPublisher & { readonly date?: string; readonly note?: string }) => {
      await withRooms(async (rooms) => {
        const { as, date, note, json } = options;
        const made = await rooms.get(ReleaseService).prepare(await actorOf(rooms, as), { id, date, note });
        show(json, told(made), [lineOf(made)]);
      });
    });

  step('publish').action(async (id: string, { as, json }: ByPublisher) => {
    await withRooms(async (rooms) => {
      const made = await rooms.get(ReleaseService).publish(await actorOf(rooms, as), id);
      show(json, told(made), [lineOf(made)]);
    });
  });

  step('withdraw').action(async (id: string, { as, json }: ByPublisher) => {
    await withRooms(async (rooms) => {
      await rooms.get(ReleaseService).withdraw(await actorOf(rooms, as), id);
      show(json, { withdrawn: id }, [say('command.release.withdrawn', { id })]);
    });
  });

  release
    .command('list')
    .description(say('command.release.list'))
    .option('--json', say('command.json'))
    .action(async ({ json }: Common) => {
      await withRooms(async (rooms) => {
        const all = await rooms.get(ReleaseRepository).all();
        show(json, all.map(told), all.map(lineOf));
      });
    });

  release
    .command('verify')
    .description(say('command.release.verify'))
    .argument('<release>', say('command.release.verify.what'))
    .option('--public-key <file>', say('command.release.verify.public-key'))
    .option('--json', say('command.json'))
    .action(async (what: string, { publicKey, json }: Common & { readonly publicKey?: string }) => {
      await withRooms(async (rooms) => {
        const key = publicKey === undefined ? undefined : await readFile(fromWhereCalled(publicKey), 'utf8');
        const check = await checkOf(rooms, what, key);
        show(json, check, linesOf(check));
        if (check.faults.length > 0) process.exitCode = 1;
      });
    });

  release
    .command('download')
    .description(say('command.release.download'))
    .argument('<id>', say('command.release.id'))
    .argument('<directory>', say('command.release.directory'))
    .option('--json', say('command.json'))
    .action(async (id: string, directory: string, { json }: Common) => {
      await withRooms(async (rooms) => {
        const to = fromWhereCalled(directory);
        const { id: known } = await found(rooms, id);
        await mkdir(to, { recursive: true });
        const written = [];
        for (const facts of await rooms.get(ReleaseRepository).parts(known)) {
          const path = join(to, facts.name);
          const part = await rooms.get(ReleaseRepository).part(known, facts.name);
          await writeFile(path, part?.bytes ?? '');
          written.push({ path, bytes: facts.size, sha256: facts.sha256 });
        }
        show(
          json,
          written,
          written.map((file) => say('command.release.wrote', file)),
        );
      });
    });
}

/** A directory with files of a release, or the name of a release of this installation. */
async function checkOf(
  rooms: CommandRooms,
  what: string,
  publicKey: string | undefined,
): Promise<ReleaseCheck> {
  const directory = fromWhereCalled(what);
  const isDirectory = await stat(directory).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isDirectory) return rooms.get(ReleaseCheckService).check(await found(rooms, what), publicKey);
  const files = await releaseFilesIn(directory);
  const key = publicKey ?? rooms.get(SigningKeyService).knownPublicKey() ?? '';
  const faults = faultsOfFiles(files, key);
  return { id: what, files: files.size, isSigned: files.has(SIGNATURE), isRebuilt: false, faults };
}

/** @throws Problem release_not_found (404) */
async function found(rooms: CommandRooms, id: string): Promise<Release> {
  const release = await rooms.get(ReleaseRepository).one(id);
  if (release === undefined) throw new Problem('release_not_found', 404, { code: id });
  return release;
}

function told({ preparedBy: _by, ...release }: Release): Omit<Release, 'preparedBy'> {
  return release;
}

function lineOf({ id, date, state, revision, manifestSha256 }: Release): string {
  return say('command.release.line', { id, date, state, revision, manifest: manifestSha256 });
}

function linesOf({ id, files, isSigned, isRebuilt, faults }: ReleaseCheck): readonly string[] {
  if (faults.length > 0) return faults.map(({ part, code }) => say(`release.fault.${code}`, { part }));
  const good = isSigned ? 'command.release.good' : 'command.release.good-unsigned';
  return [say(good, { id, files, rebuilt: isRebuilt ? 'yes' : 'no' })];
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
