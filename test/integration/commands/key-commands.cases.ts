import { AccessService } from '../../../src/access/access.service.js';
import { commandProgram } from '../../../src/commands/program.js';
import { CommunityRepository } from '../../../src/communities/community.repository.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('key commands', () => {
  let rooms: Rooms;
  beforeAll(async () => {
    rooms = await openRooms();
  });
  afterAll(() => rooms.close());

  /** Runs a command as the command line does, with what it would print. */
  async function run(...words: readonly string[]) {
    const lines: string[] = [];
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test says what it expects
    const json: any[] = [];
    const program = commandProgram(
      (work) => work({ get: (service) => rooms.get(service), close: rooms.close }),
      {
        line: (text) => void lines.push(text),
        json: (value) => void json.push(value),
        progress: () => undefined,
      },
    );
    for (const command of [program, ...program.commands]) {
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    await program.parseAsync(words, { from: 'user' });
    return { lines, json };
  }

  const SUBMITTER = ['--community', 'african-igf', '--role', 'submitter', '--name', 'Ada'];
  const create = async (...words: readonly string[]) => (await run('key:create', ...words, '--json')).json[0];
  const actorOf = (key: string) => rooms.get(AccessService).actorOf(key);

  describe('keys on the command line', () => {
    it('have areas, and are further ones of somebody who is known', async () => {
      const first = await create(...SUBMITTER, '--areas', 'KEN, UN-GRULAC');
      expect((await actorOf(first.key))?.areas).toEqual(['KEN', 'UN-GRULAC']);
      const words = ['--contributor', String(first.contributor), '--role', 'submitter', '--name', 'Laptop'];
      expect(await create(...words)).toMatchObject({ contributor: first.contributor, areas: [] });
      await expect(create(...SUBMITTER, '--contributor', '1')).rejects.toThrow();
      await expect(create('--contributor', '1', '--name', 'x')).rejects.toThrow();
    });

    it('are listed without the key itself', async () => {
      const { id, key, contributor } = await create(...SUBMITTER, '--areas', 'KEN');
      await actorOf(key);
      const { lines } = await run('key:list', '--contributor', String(contributor), '--state', 'in-force');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(
        new RegExp(
          `^${id}\\tcontributor ${contributor}\\tsubmitter\\tKEN\\tuntil [\\d-]{10}\\tused [\\d-]{10}\\tAda$`,
        ),
      );
      const { json } = await run('key:list', '--json');
      expect(json[0].some((one: { id: number }) => one.id === id)).toBe(true);
      expect(JSON.stringify(json)).not.toMatch(/iww_|hash/i);
      expect((await run('key:list', '--contributor', '999999')).lines).toEqual(['There is no such key.']);
      await expect(run('key:list', '--state', 'lost')).rejects.toThrow();
    });

    it('are renewed and revoked', async () => {
      const old = await create(...SUBMITTER);
      const { lines } = await run('key:reissue', String(old.id));
      expect(await actorOf(old.key)).toBeUndefined();
      expect(await actorOf(lines[1]!)).toMatchObject({ contributorId: old.contributor });
      const [fresh] = (
        await run('key:list', '--contributor', String(old.contributor), '--state', 'in-force', '--json')
      ).json[0];
      expect((await run('key:revoke', String(fresh.id), '--reason', 'Lost')).lines).toEqual([
        `Key ${String(fresh.id)} is revoked.`,
      ]);
      expect(await actorOf(lines[1]!)).toBeUndefined();
      await expect(run('key:revoke', '999999')).rejects.toMatchObject({ code: 'key_not_found' });
    });
  });

  describe('people and communities on the command line', () => {
    it('erases who somebody is', async () => {
      const { contributor, key } = await create(...SUBMITTER);
      const { json } = await run('contributor:erase', String(contributor), '--json');
      expect(json[0]).toMatchObject({ id: contributor, keysInForce: 0 });
      expect(json[0].name).toBeUndefined();
      expect(await actorOf(key)).toBeUndefined();
    });

    it('confirms a community', async () => {
      const [hidden] = await rooms.database.dataSource.query(
        'SELECT code FROM community WHERE hidden LIMIT 1',
      );
      const { lines } = await run('community:confirm', hidden.code);
      expect(lines[0]).toContain('is confirmed');
      expect((await rooms.get(CommunityRepository).byCode(hidden.code))?.hidden).toBe(false);
    });
  });
});
