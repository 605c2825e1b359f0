import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Actor } from '../../../src/access/actor.js';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { SeededFiguresService } from '../../../src/observations/seeded-figures.service.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { Problem } from '../../../src/platform/problem.js';
import { ScoreBoardService } from '../../../src/scoring/score-board.service.js';
import type { BoardIntervals } from '../../../src/scoring/uncertainty/score-intervals.js';
import { ScoreIntervalsService } from '../../../src/scoring/uncertainty/score-intervals.service.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { openRooms, SEEDS, type Rooms } from '../../support/rooms.js';
import { simulationProgram } from '../../support/simulation-program.js';

let rooms: Rooms;
let sender: Actor;
let reviewer: Actor;
let program: URL;
let directory: string;
beforeAll(async () => {
  program = await simulationProgram();
  directory = await mkdtemp(join(tmpdir(), 'iww-threads-'));
  rooms = await openRooms();
  sender = await rooms.actor('african-igf', 'submitter');
  reviewer = await rooms.actor('arab-igf', 'reviewer');
  await rooms.get(SeededFiguresService).load(SEEDS, await loadSeeds(SEEDS));
}, 120_000);
afterAll(async () => {
  await rooms.close();
  await rm(directory, { recursive: true, force: true });
});

const services = (): ScoreIntervalsService =>
  new ScoreIntervalsService(rooms.get(ScoreBoardService), rooms.get(CatalogueService));

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

async function known(service: ScoreIntervalsService): Promise<BoardIntervals | undefined> {
  return service.intervalsOf(
    await rooms.get(ScoreBoardService).current(),
    rooms.get(CatalogueService).current(),
  );
}

/** Waits until the intervals of the current board are known. */
async function settled(service: ScoreIntervalsService): Promise<BoardIntervals> {
  for (;;) {
    const intervals = await known(service);
    if (intervals !== undefined) return intervals;
    await setTimeout(50);
  }
}

/** A program that ends without an answer the first time, and then does what it should. */
async function failingOnce(): Promise<URL> {
  const path = join(directory, 'failing-once.mjs');
  const mark = JSON.stringify(join(directory, 'has-failed'));
  await writeFile(
    path,
    `import { existsSync, writeFileSync } from 'node:fs';
     if (!existsSync(${mark})) { writeFileSync(${mark}, ''); process.exit(3); }
     await import(${JSON.stringify(program.href)});`,
  );
  return pathToFileURL(path);
}

describe('the intervals of the live board', () => {
  it('are not computed before the service is started', async () => {
    const service = services();
    await rooms.get(ScoreBoardService).current();
    await setTimeout(200);
    expect(await known(service)).toBeUndefined();
    await service.onModuleDestroy();
  });

  it('belong to one revision, and follow when it moves', async () => {
    const service = services();
    await service.start(program);
    const first = await settled(service);
    const board = await rooms.get(ScoreBoardService).current();
    expect(first.revision).toBe(board.revision);
    expect(first).toMatchObject({ seed: 20_260_101, replicates: 1000 });
    const { scoreLow, scoreHigh } = first.of('KEN', 'goal', 'P2.3')!;
    expect(scoreLow).toBeLessThan(scoreHigh);
    expect(first.of('KEN', 'framework', 'iww')).toBeUndefined();

    await accept(40);
    expect(await known(service)).toBeUndefined();
    const second = await settled(service);
    expect(second.revision).toBe(first.revision + 1);
    expect(second.of('FRA', 'goal', 'P2.3')).toEqual(first.of('FRA', 'goal', 'P2.3'));
    expect(service.intervalsOf(board, rooms.get(CatalogueService).current())).toBeUndefined();
    await service.onModuleDestroy();
  });

  it('are tried again with the next board when a thread dies', async () => {
    const service = services();
    await service.start(await failingOnce());
    await setTimeout(2_000);
    expect(await known(service)).toBeUndefined();
    await accept(2);
    expect((await settled(service)).of('FRA', 'principle', 'P2')).toBeDefined();
    await service.onModuleDestroy();
  });

  it('are given up at once when the service ends', async () => {
    const service = services();
    const endless = join(directory, 'endless.mjs');
    await writeFile(endless, 'for (;;);');
    await service.start(pathToFileURL(endless));
    await setTimeout(1_500);
    await service.onModuleDestroy();
    expect(await known(service)).toBeUndefined();
  });
});

describe('repetitions of one node', () => {
  const of = async (service: ScoreIntervalsService, code: string) =>
    service.simulatedNode(
      await rooms.get(ScoreBoardService).current(),
      rooms.get(CatalogueService).current(),
      'principle',
      code,
    );

  it('are computed once for those who ask at the same time, and kept', async () => {
    const service = services();
    await service.start(program);
    const [first, second, other] = await Promise.all([
      of(service, 'P2'),
      of(service, 'P2'),
      of(service, 'P3'),
    ]);
    expect(second).toBe(first);
    expect(other.node).toBe('P3');
    expect(await of(service, 'P2')).toBe(first);
    expect(first.scores).toHaveLength(first.units.length * first.replicates);
    await service.onModuleDestroy();
  });

  it('are refused where nothing was started, and when a thread dies', async () => {
    const idle = services();
    await expect(of(idle, 'P2')).rejects.toMatchObject(new Problem('comparison_unavailable', 503));
    const broken = services();
    await broken.start(new URL('data:text/javascript,process.exit(1)'));
    await expect(of(broken, 'P2')).rejects.toMatchObject(new Problem('comparison_unavailable', 503));
    await broken.onModuleDestroy();
  });
});
