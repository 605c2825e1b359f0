import { AccessService } from '../../../src/access/access.service.js';
import { commandProgram } from '../../../src/commands/program.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('contact commands', () => {
  let rooms: Rooms;
  let key = '';
  beforeAll(async () => {
    rooms = await openRooms({
      SMTP_URL: 'smtp://127.0.0.1:9',
      IWW_MAIL_FROM: 'progress@example.org',
      IWW_PUBLIC_URL: 'https://progress.example.org',
    });
    const request = { community: 'african-igf', roles: ['submitter'], name: 'Sender' };
    key = (await rooms.get(AccessService).createKey(request)).key;
  });
  afterAll(() => rooms.close());

  /** Runs a command as the command line does, with what it would print. */
  async function run(...words: readonly string[]): Promise<readonly string[]> {
    const lines: string[] = [];
    const output = {
      line: (text: string) => void lines.push(text),
      json: () => undefined,
      progress: () => undefined,
    };
    const program = commandProgram(
      (work) => work({ get: (service) => rooms.get(service), close: rooms.close }),
      output,
    );
    await program.parseAsync(words, { from: 'user' });
    return lines;
  }

  const contacts = () => rooms.database.dataSource.query<unknown[]>('SELECT address, language FROM contact');

  describe('contact:set and contact:remove', () => {
    it('keep an address for the holder of a key, and erase it', async () => {
      expect(await run('contact:set', '--as', key, '--address', 'sender@example.org')).toEqual([
        'Kept. A mail asks to confirm it; before that nothing else is sent.',
      ]);
      expect(await contacts()).toEqual([{ address: 'sender@example.org', language: 'en' }]);
      expect(await run('contact:remove', '--as', key)).toEqual(['The address is erased.']);
      expect(await contacts()).toEqual([]);
    });

    it('refuse a language that nothing is written in', async () => {
      const setting = run('contact:set', '--as', key, '--address', 'a@example.org', '--language', 'tlh');
      await expect(setting).rejects.toMatchObject({ code: 'unspoken_language', status: 422 });
    });
  });
});
