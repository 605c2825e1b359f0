import type { Actor } from '../../../src/access/actor.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import type { Observation } from '../../../src/observations/observation.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { oldestFirst } from '../../../src/scoring/board/observation-index.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('changes since', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter');
    reviewer = await rooms.actor('arab-igf', 'reviewer');
  });
  afterAll(() => rooms.close());

  const observations = (): ObservationRepository => rooms.get(ObservationRepository);

  /** Figures by year, of a source; gives the receipt. */
  async function accept(source: string, values: Readonly<Record<number, number>>): Promise<string> {
    const rows = Object.entries(values).map(([year, value]) => ({
      ...{ country: 'KEN', indicator: 'UI_NETUSE', source, value },
      year: Number(year),
    }));
    const { receipt = '' } = await rooms.get(ReceiveService).receive({
      actor: sender,
      channel: 'api',
      content: { rows },
      mediaType: 'application/json',
      limits: { rows: 100 },
    });
    await rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'accept' });
    return receipt;
  }

  const inOrder = (some: readonly Observation[]): readonly Observation[] => [...some].sort(oldestFirst);

  describe('the changes since a revision', () => {
    it('lead from the facts as they were to the facts as they are', async () => {
      await accept('Survey', { 2019: 10, 2020: 20, 2021: 30 });
      const before = await observations().snapshot();
      await accept('Survey', { 2020: 21, 2021: 30, 2022: 40 });
      await accept('Survey', { 2022: 41 });
      await accept('Other survey', { 2020: 50 });
      const after = await observations().snapshot();
      const changes = await observations().changesSince(before.revision, 100);
      expect(changes?.revision).toBe(after.revision);
      expect(changes?.removed.map(({ year, value }) => [year, value])).toEqual([[2020, 20]]);
      const ended = new Set(changes?.removed.map(({ year }) => year));
      const moved = [
        ...before.observations.filter(({ year }) => !ended.has(year)),
        ...(changes?.added ?? []),
      ];
      expect(inOrder(moved)).toEqual(inOrder(after.observations));
      expect(changes?.seriesEditions).toEqual(after.seriesEditions);
    });

    it('are none when nothing moved', async () => {
      const { revision } = await observations().snapshot();
      expect(await observations().changesSince(revision, 100)).toMatchObject({
        since: revision,
        revision,
        removed: [],
        added: [],
      });
    });

    it('are not told when they are more than asked for, or the database holds an earlier revision', async () => {
      const revision = await observations().revision();
      await accept('Third survey', { 2001: 1, 2002: 2, 2003: 3 });
      expect(await observations().changesSince(revision, 2)).toBeUndefined();
      expect((await observations().changesSince(revision, 3))?.added).toHaveLength(3);
      expect(await observations().changesSince(revision + 2, 100)).toBeUndefined();
    });

    it('come with the receipts of what was accepted since', async () => {
      const revision = await observations().revision();
      const receipt = await accept('Fourth survey', { 2001: 1 });
      expect([...(await observations().receiptsSince(revision)).values()]).toEqual([receipt]);
      expect((await observations().receiptsSince(0)).size).toBeGreaterThan(1);
    });
  });
});
