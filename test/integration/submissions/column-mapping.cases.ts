import type { Actor } from '../../../src/access/actor.js';
import { readAnswers } from '../../../src/submissions/checking/answers.js';
import { ReceiveService, type Sending } from '../../../src/submissions/receiving/receive.service.js';
import { SpoolService } from '../../../src/submissions/receiving/spool.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('column mapping', () => {
  let rooms: Rooms;
  let sender: Actor;
  let other: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter');
    other = await rooms.actor('arab-igf', 'submitter');
  });
  afterAll(() => rooms.close());

  async function* bytesOf(text: string) {
    await Promise.resolve();
    yield new TextEncoder().encode(text);
  }

  async function send(text: string, actor: Actor, mapping?: string, mode: 'receive' | 'check' = 'receive') {
    const file = await rooms.get(SpoolService).take(bytesOf(text), 10_000_000);
    const sending: Sending = {
      actor,
      channel: 'api',
      content: { file },
      mediaType: 'text/csv',
      limits: { rows: 1_000 },
      answers: readAnswers({ mapping }),
    };
    try {
      return await rooms.get(ReceiveService)[mode](sending);
    } finally {
      await file.remove();
    }
  }

  const TITLE = 'Telephones and the Internet\n';
  const HEADER = 'Where,What,When,How much,Says who\n';
  const MAPPING = 'Where:country,What:indicator,When:year,How much:value,Says who:source';
  const file = (value: number, header = HEADER) =>
    `${TITLE}${header}KEN,UI_NETUSE,2012,${String(value)},Survey\n`;

  describe('a mapping of columns', () => {
    it('is used again for the next file of the community with the same header, which is told', async () => {
      await expect(send(file(20), sender)).rejects.toMatchObject({ code: 'no_usable_rows' });
      expect(await send(file(20), sender, MAPPING)).toMatchObject({ counts: { good: 1 } });
      const today = new Date().toISOString().slice(0, 10);
      for (const mode of ['check', 'receive'] as const) {
        const report = await send(file(21), sender, undefined, mode);
        expect(report.counts.good).toBe(1);
        expect(report.repairs).toContainEqual(
          expect.objectContaining({ code: 'mapping_remembered', params: { mappedOn: today } }),
        );
      }
    });

    it('is not used for other communities nor for other headers', async () => {
      await expect(send(file(22), other)).rejects.toMatchObject({ code: 'no_usable_rows' });
      const header = HEADER.replace('Says who', 'Says whom');
      await expect(send(file(22, header), sender)).rejects.toMatchObject({ code: 'no_usable_rows' });
    });

    it('gives way to what is said now', async () => {
      const swapped = MAPPING.replace('How much:value', 'How much:none');
      await expect(send(file(23), sender, swapped)).rejects.toMatchObject({ code: 'no_usable_rows' });
      expect(await send(file(23), sender)).toMatchObject({ counts: { good: 1 } });
    });

    it('is not remembered of a file that was only checked', async () => {
      const header = 'Land,Measure,When,How much,Says who\n';
      const mapping = MAPPING.replace('Where', 'Land').replace('What', 'Measure');
      expect(await send(file(24, header), sender, mapping, 'check')).toMatchObject({ counts: { good: 1 } });
      await expect(send(file(24, header), sender)).rejects.toMatchObject({ code: 'no_usable_rows' });
    });
  });
});
