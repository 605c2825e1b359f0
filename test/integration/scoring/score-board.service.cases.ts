import type { Actor } from '../../../src/access/actor.js';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import type { ObservationChanges } from '../../../src/observations/observation.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { RevisionWatchService } from '../../../src/observations/revision-watch.service.js';
import { ScoreBoardService } from '../../../src/scoring/score-board.service.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreBoard } from '../../../src/scoring/score.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('score board', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter');
    reviewer = await rooms.actor('arab-igf', 'reviewer');
  });
  afterAll(() => rooms.close());

  const opened: (ScoreBoardService | RevisionWatchService)[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.onModuleDestroy();
  });

  /** As of a process; `watch` of another one only hears of what is accepted here. */
  function boards(
    watch = rooms.get(RevisionWatchService),
    observations = rooms.get(ObservationRepository),
  ): ScoreBoardService {
    const service = new ScoreBoardService(rooms.get(CatalogueService), observations, watch);
    opened.push(service);
    return service;
  }

  function anotherProcess(): RevisionWatchService {
    const watch = new RevisionWatchService(rooms.database.dataSource, rooms.get(ObservationRepository));
    opened.push(watch);
    return watch;
  }

  /** Reads changes only when told to. */
  class HeldBackObservations extends ObservationRepository {
    readonly letGo: (() => void)[] = [];

    override async changesSince(since: number, most: number): Promise<ObservationChanges | undefined> {
      await new Promise<void>((resolve) => this.letGo.push(resolve));
      return super.changesSince(since, most);
    }
  }

  const nextBoard = (service: ScoreBoardService): Promise<ScoreBoard> =>
    new Promise((resolve) => service.onBoard(resolve));

  const levelOf = (board: ScoreBoard): number | undefined => board.indicatorScore('KEN', 'UI_COV4G').level;

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
      const watch = anotherProcess();
      const service = boards(watch);
      const { revision } = await service.current();
      watch.reached(revision + 1000);
      expect((await service.current()).revision).toBe(revision);
    });

    it('moves on by itself once it was asked for, and tells of it', async () => {
      const service = boards(anotherProcess());
      const before = await service.current();
      const told = nextBoard(service);
      await accept(61);
      const board = await told;
      expect(board.revision).toBe(before.revision + 1);
      expect(levelOf(board)).toBe(61);
      expect(await service.current()).toBe(board);
      expect(service.known()).toBe(board);
    });

    it('is not built for those who never ask', async () => {
      const service = boards();
      let told = 0;
      service.onBoard(() => (told += 1));
      const asking = boards();
      await asking.current();
      const seen = nextBoard(asking);
      await accept(62);
      await seen;
      expect([told, service.known()]).toEqual([0, undefined]);
    });

    it('shows the board before while it moves on to what another process accepted', async () => {
      const observations = new HeldBackObservations(rooms.database.dataSource);
      const watch = anotherProcess();
      const service = boards(watch, observations);
      const before = await service.current();
      await accept(63);
      const hasHeard = () => (watch.newestKnown() ?? before.revision) > before.revision;
      while (!hasHeard()) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await service.current()).toBe(before);
      expect(service.known()).toBe(before);
      const told = nextBoard(service);
      observations.letGo.forEach((go) => go());
      expect(levelOf(await told)).toBe(63);
      expect(await service.current()).toBe(await told);
    });

    it('does not show it to who accepted in this process', async () => {
      const observations = new HeldBackObservations(rooms.database.dataSource);
      const service = boards(rooms.get(RevisionWatchService), observations);
      await service.current();
      await accept(64);
      expect(service.known()).toBeUndefined();
      const asked = service.current();
      observations.letGo.forEach((go) => go());
      expect(levelOf(await asked)).toBe(64);
    });

    it('answers as a board built whole from the database', async () => {
      const service = boards();
      await service.current();
      await accept(65);
      await accept(66);
      const board = await service.current();
      const { catalogue } = rooms.get(CatalogueService).current();
      const whole = buildScoreBoard(catalogue, await rooms.get(ObservationRepository).snapshot());
      for (const { code } of catalogue.principles) {
        expect(board.nodeScore('KEN', 'principle', code)).toEqual(whole.nodeScore('KEN', 'principle', code));
      }
      expect(board.indicatorScore('KEN', 'UI_COV4G')).toEqual(whole.indicatorScore('KEN', 'UI_COV4G'));
      expect(board.seriesEditions).toEqual(whole.seriesEditions);
    });
  });
});
