import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { commandProgram } from '../../../src/commands/program.js';
import { SeededFiguresService } from '../../../src/observations/seeded-figures.service.js';
import type { NodeSensitivity } from '../../../src/scoring/uncertainty/sensitivity.js';
import { openRooms, SEEDS, type Rooms } from '../../support/rooms.js';

describe('sensitivity', () => {
  interface Report {
    readonly seed: number;
    readonly nodes: readonly NodeSensitivity[];
  }

  let rooms: Rooms;
  beforeAll(async () => {
    rooms = await openRooms();
    await rooms.get(SeededFiguresService).load(SEEDS, await loadSeeds(SEEDS));
  }, 120_000);
  afterAll(() => rooms.close());

  async function run(
    ...words: readonly string[]
  ): Promise<{ lines: string[]; json: Report[]; told: string[] }> {
    const [lines, json, told]: [string[], Report[], string[]] = [[], [], []];
    const program = commandProgram(
      (work) => work({ get: (service) => rooms.get(service), close: rooms.close }),
      {
        line: (text) => void lines.push(text),
        json: (value) => void json.push(value as Report),
        progress: (text) => void told.push(text),
      },
    );
    for (const command of [program, ...program.commands]) {
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    await program.parseAsync(['sensitivity', ...words], { from: 'user' });
    return { lines, json, told };
  }

  describe('iww sensitivity', () => {
    it('tells of every principle that has scores while the overall score is off', async () => {
      const { json, told } = await run('--replicates', '40', '--json');
      expect(told).toEqual([]);
      const [report] = json;
      expect(report?.seed).toBe(20_260_101);
      expect(report?.nodes.map(({ kind }) => kind)).toEqual(report?.nodes.map(() => 'principle'));
      expect(report?.nodes.length).toBeGreaterThan(2);
      for (const { importance, withoutChild, withoutIndicator, replicates } of report?.nodes ?? []) {
        expect(replicates).toBe(40);
        expect(importance.units.length).toBeGreaterThan(100);
        expect(importance.rankShift.mean).toBeGreaterThan(0);
        // Only the top of the whole framework is made geometric: the principles do not feel it.
        expect(importance.rankShift.shares?.compensation.total).toBe(0);
        expect(withoutChild.length).toBeGreaterThan(1);
        const shifts = withoutIndicator.map(({ meanRankShift }) => meanRankShift);
        expect(shifts).toEqual([...shifts].sort((a, b) => b - a));
      }
    });

    it('tells of one node in words, the factor that matters most first', async () => {
      const { lines, told } = await run('--node', 'ACCESS', '--replicates', '40');
      expect(told).toEqual(['Repeating the calculation of ACCESS']);
      expect(lines[0]).toMatch(/^Edition 2026, data revision \d+$/);
      expect(lines[2]).toMatch(/^ACCESS: \d+ areas, 40 pairs of repetitions\./);
      expect(lines.filter((line) => line.includes('% of what moves ranks'))).toHaveLength(6);
      const totals = lines.flatMap(
        (line) => /with others (-?[\d.]+) % of what moves ranks/.exec(line)?.[1] ?? [],
      );
      expect(totals.map(Number)).toEqual(totals.map(Number).sort((a, b) => b - a));
      expect(lines.some((line) => line.startsWith('  without UI_'))).toBe(true);
    });

    it('says so where no area has a score', async () => {
      const { lines } = await run('--node', 'iww', '--replicates', '10');
      expect(lines[1]).toBe('No area has a score in it.');
    });

    it('refuses a node that does not exist', async () => {
      await expect(run('--node', 'P99')).rejects.toMatchObject({ code: 'node_not_found' });
      await expect(run('--node', 'P2', '--replicates', 'many')).rejects.toThrow();
    });
  });
});
