import type { Actor } from '../../../src/access/actor.js';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { RevisionWatchService } from '../../../src/observations/revision-watch.service.js';
import { ScoreBoardService } from '../../../src/scoring/score-board.service.js';
import { ReceiveService } from '../../../src/submissions/receive.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

let rooms: Rooms;
let sender: Actor;
let reviewer: Actor;
beforeAll(async () => {
  rooms = await openRooms();
  sender = await rooms.actor('african-igf', 'submitter');
  reviewer = await rooms.actor('arab-igf', 'reviewer');
});
afterAll(() => rooms.close());

const boards = (): ScoreBoardService =>
  new ScoreBoardService(
    rooms.get(CatalogueService),
    rooms.get(ObservationRepository),
    rooms.get(RevisionWatchService),
  );

async function accept(value: number): Promise<void> {
  const report = await rooms.get(ReceiveService).receive({
    actor: sender,
    channel: 'api',
    content: { rows: [{ country: 'KEN', indicator: 'UI_COV4G', year: 2025, value, source: 'Survey' }] },
    mediaType: 'application/json',
    limits: { rows: 10 },
  });
  await rooms.get(DecisionService).decide(reviewer, report.receipt ?? '', { decision: 'accept' });
}

describe('the live score board', () => {
  it('is built once and kept while the data stand', async () => {
    const service = boards();
    const [first, second] = await Promise.all([service.current(), service.current()]);
    expect(second).toBe(first);
    expect(await service.current()).toBe(first);
  });

  it('shows a figure as soon as it is accepted', async () => {
    const service = boards();
    const before = await service.current();
    await accept(50);
    const after = await service.current();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.indicatorScore('KEN', 'UI_COV4G').level).toBe(50);
  });

  it('is built anew when another catalogue is in force', async () => {
    const service = boards();
    const first = await service.current();
    await rooms.get(CatalogueService).refresh();
    expect(await service.current()).not.toBe(first);
  });

  it('is never older than what was accepted before the call, even while one is being built', async () => {
    const service = boards();
    const early = service.current();
    await accept(60);
    expect((await service.current()).indicatorScore('KEN', 'UI_COV4G').level).toBe(60);
    await early;
  });

  it('answers with what there is when told of a revision that the database does not hold', async () => {
    const service = boards();
    const { revision } = await service.current();
    rooms.get(RevisionWatchService).reached(revision + 1000);
    expect((await service.current()).revision).toBe(revision);
  });
});
