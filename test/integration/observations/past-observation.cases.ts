import { DecisionService } from '../../../src/observations/decision.service.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { PastObservationRepository } from '../../../src/observations/past-observation.repository.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('observations as they were', () => {
  let rooms: Rooms;
  beforeAll(async () => {
    rooms = await openRooms();
  });
  afterAll(() => rooms.close());

  async function accept(value: number): Promise<number> {
    const sender = await rooms.actor('african-igf', 'submitter');
    const reviewer = await rooms.actor('arab-igf', 'reviewer');
    const row = { country: 'KEN', indicator: 'UI_NETUSE', year: 2020, value, source: 'Survey' };
    const { receipt = '' } = await rooms.get(ReceiveService).receive({
      actor: sender,
      channel: 'api',
      content: { rows: [row] },
      mediaType: 'application/json',
      limits: { rows: 10 },
    });
    const { revision = 0 } = await rooms
      .get(DecisionService)
      .decide(reviewer, receipt, { decision: 'accept' });
    return revision;
  }

  it('are those of each revision, whatever came later, with the moment it was reached', async () => {
    const past = rooms.get(PastObservationRepository);
    const start = Date.now();
    const first = await accept(30);
    const second = await accept(31);
    const { seriesEditions } = await rooms.get(ObservationRepository).snapshot();
    const valuesAt = async (revision: number): Promise<readonly number[]> =>
      (await past.snapshotAt(revision, seriesEditions)).observations.map(({ value }) => value);
    expect(await valuesAt(first - 1)).toEqual([]);
    expect(await valuesAt(first)).toEqual([30]);
    expect(await valuesAt(second)).toEqual([31]);
    expect((await past.snapshotAt(first, seriesEditions)).observations).toMatchObject([
      { area: 'KEN', indicator: 'UI_NETUSE', year: 2020, revisionFrom: first, revisionTo: second },
    ]);
    const [one, two] = [await past.momentOf(first), await past.momentOf(second)];
    expect(one?.getTime()).toBeGreaterThanOrEqual(start - 1000);
    expect(two?.getTime()).toBeGreaterThanOrEqual(one?.getTime() ?? Infinity);
    expect(await past.momentOf(second + 1)).toBeUndefined();
  });
});
