import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { IntegrityRepository } from '../../../src/observations/integrity.repository.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { SeededFiguresService } from '../../../src/observations/seeded-figures.service.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { openRooms, SEEDS, type Rooms } from '../../support/rooms.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await openRooms();
});
afterAll(() => rooms.close());

describe('loading the bundled figures', () => {
  it('holds every figure of the seeds as an accepted observation of the installation', async () => {
    const seeds = await loadSeeds(SEEDS);
    const figures = seeds.observations.reduce((sum, { rows }) => sum + rows.length, 0);
    const loaded = await rooms.get(SeededFiguresService).load(SEEDS, seeds);
    expect(loaded).toEqual({ files: seeds.observations.length, figures });
    const snapshot = await rooms.get(ObservationRepository).snapshot();
    expect(snapshot.observations).toHaveLength(figures);
    expect(snapshot.revision).toBe(loaded.files);
  });

  it('numbers the editions of series in the order of the seeds', async () => {
    const { catalogue } = await loadSeeds(SEEDS);
    const inOrder = [...(await rooms.get(ObservationRepository).snapshot()).seriesEditions.values()];
    const keys = inOrder.map(({ indicator, source, edition }) => [indicator, source, edition]);
    const listed = catalogue.series.map(({ indicator, series, edition }) => [indicator, series, edition]);
    expect(keys).toEqual(
      listed.filter(([indicator]) => catalogue.indicators.some(({ code }) => code === indicator)),
    );
  });

  it('changes nothing the second time', async () => {
    const seeds = await loadSeeds(SEEDS);
    const revision = await rooms.get(ObservationRepository).revision();
    expect(await rooms.get(SeededFiguresService).load(SEEDS, seeds)).toEqual({ files: 0, figures: 0 });
    expect(await rooms.get(ObservationRepository).revision()).toBe(revision);
  });

  it('supersedes what a changed file says otherwise, and takes an earlier version of the file again', async () => {
    const seeds = await loadSeeds(SEEDS);
    const [file] = seeds.observations.filter(({ indicator }) => indicator === 'UI_NETUSE');
    const [row] = file?.rows ?? [];
    if (file === undefined || row === undefined) throw new Error('The seeds have no UI_NETUSE');
    const changed = {
      ...file,
      sha256: 'f'.repeat(64),
      rows: [{ ...row, value: row.value + 1 }, ...file.rows.slice(1)],
    };
    const load = (observations: readonly (typeof file)[]) =>
      rooms.get(SeededFiguresService).load(SEEDS, { ...seeds, observations });
    const held = async () => {
      const filter = { areas: [row.area], indicators: ['UI_NETUSE'], fromYear: row.year, toYear: row.year };
      return (await rooms.get(ObservationRepository).find(filter, 10)).observations.map(({ value }) => value);
    };
    expect(await load([changed])).toMatchObject({ files: 1 });
    expect(await held()).toEqual([row.value + 1]);
    expect(await load([file])).toMatchObject({ files: 1 });
    expect(await held()).toEqual([row.value]);
    expect(await load([file])).toMatchObject({ files: 0 });
  });

  it('lets every figure be followed to its file, and tells its terms', async () => {
    const { observations } = await rooms.get(ObservationRepository).find({ indicators: ['UI_NETUSE'] }, 1);
    const [one] = observations;
    expect(one).toMatchObject({ fileName: 'observations/UI_NETUSE.csv', series: { published: true } });
    expect(one?.series.organisation).toContain('World Bank');
    const { submission, decisions } = await rooms.get(ReceiptService).read(undefined, one?.receipt ?? '');
    expect(decisions).toMatchObject([{ verdict: 'accept', community: 'published-figures' }]);
    expect(submission).toMatchObject({ state: 'accepted', channel: 'installation', mediaType: 'text/csv' });
  });

  it('leaves no row that points to nothing', async () => {
    const orphans = await rooms.get(IntegrityRepository).orphans();
    expect(orphans).toEqual({ area: 0, indicator: 0, seriesEdition: 0, submission: 0, stagedRow: 0 });
    expect(await rooms.get(IntegrityRepository).halves()).toEqual({
      observation: 0,
      submission: 0,
      acceptance: 0,
      figure: 0,
    });
  });
});
