import { commitmentReport } from '../../../src/reports/commitment-report.js';
import { commitmentReportTable } from '../../../src/reports/commitment-report-table.js';
import { commitmentsReport } from '../../../src/reports/commitments-report.js';
import { commitmentsReportTable } from '../../../src/reports/commitments-report-table.js';
import type { CsvTable } from '../../../src/reports/csv-table.js';
import { nodeReport } from '../../../src/reports/node-report.js';
import { nodeReportTable } from '../../../src/reports/node-report-table.js';
import type { ReportSources } from '../../../src/reports/report-sources.js';
import { anObservation, sourcesWith } from './some-sources.js';

const STATEMENT = {
  id: 'a1',
  area: 'KEN',
  by: { kind: 'state', name: 'Ministry' },
  texts: { en: 'The survey of 2025 is not counted yet.' },
  publishedAt: '2026-11-23T18:00:00.000Z',
} as const;

let made: Promise<ReportSources> | undefined;

function someSources(): Promise<ReportSources> {
  return (made ??= makeSources());
}

async function makeSources(): Promise<ReportSources> {
  const sources = await sourcesWith(
    ['KEN', 'UGA', 'TZA', 'RWA', 'BDI', 'SSD'].flatMap((area, i) => [
      anObservation({ area, year: 2024, value: 50 + 5 * i }),
      anObservation({ area, year: 2018, value: 30 }),
    ]),
  );
  const subjects = ['goal:P2.3', 'commitment:GDC-11c', 'issue:ACCESS'] as const;
  return { ...sources, statements: subjects.map((subject) => ({ ...STATEMENT, subject })) };
}

describe('nodeReport', () => {
  it('tells what a principle is made of', async () => {
    const report = nodeReport('principle', 'P2', await someSources());
    expect(report.node).toMatchObject({ code: 'P2', name: 'Universal and inclusive', weight: 1 });
    expect(report.children.map(({ kind, code }) => [kind, code])).toEqual(
      [1, 2, 3, 4, 5, 6].map((goal) => ['goal', `P2.${String(goal)}`]),
    );
    expect(report.indicators.every(({ goal }) => goal.startsWith('P2.'))).toBe(true);
  });

  it('tells the goal of a target, and where its name comes from', async () => {
    const report = nodeReport('sdg_target', 'SDG-9.c', await someSources());
    expect(report.node).toEqual({
      code: 'SDG-9.c',
      name: 'Affordable access to the Internet and ICT',
      basis: 'A/RES/70/1, target 9.c, in our own short words',
      parent: { code: 'SDG-9', name: 'Industry, innovation and infrastructure' },
    });
    expect(report.indicators.map(({ code }) => code)).toContain('UI_NETUSE');
  });

  it('says where every scored area stands on a goal, or why it has no score', async () => {
    const sources = await someSources();
    const report = nodeReport('goal', 'P2.3', sources);
    expect(report.areas.length).toBe(194);
    for (const { code, score, missing, coverage } of report.areas) {
      const node = sources.board.nodeScore(code, 'goal', 'P2.3');
      expect([code, score, missing, coverage]).toEqual([code, node.score, node.missing, node.coverage]);
    }
    expect(report.node.parent).toEqual({ code: 'P2', name: 'Universal and inclusive' });
    expect(report.indicators.find(({ code }) => code === 'UI_COV4G')).toMatchObject({
      tier: 'core',
      weight: 1,
      areasWithLevel: 6,
    });
  });

  it('shows the weights that were decided, where some were', async () => {
    const sources = await someSources();
    const { catalogue } = sources.lookUp;
    const decision = { parent: 'P2', child: 'P2.3', weight: 3, author: 'x', date: '2026-11-23', reason: 'y' };
    const method = { ...catalogue.method, weights: [decision] };
    const lookUp = { ...sources.lookUp, catalogue: { ...catalogue, method } };
    const { children } = nodeReport('principle', 'P2', { ...sources, lookUp });
    expect(children.map(({ weight }) => weight)).toEqual([1, 1, 3, 1, 1, 1]);
  });

  it('gathers under an objective its commitments and what measures them, each indicator once', async () => {
    const { lookUp, ...sources } = await someSources();
    const { children, indicators } = nodeReport('objective', '1', { ...sources, lookUp });
    expect(children.map(({ code }) => code)).toEqual(lookUp.commitmentsOfObjective('1').map(({ id }) => id));
    const codes = indicators.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const measuring = lookUp.catalogue.crosswalk.filter(
      ({ type, commitment }) => type !== 'context' && lookUp.commitment(commitment)?.objective === '1',
    );
    expect(new Set(codes)).toEqual(new Set(measuring.map(({ indicator }) => indicator)));
  });

  it('carries the statements on its subject and no others', async () => {
    const sources = await someSources();
    const subjects = (['P2.3', 'P2.1'] as const).map((code) => nodeReport('goal', code, sources).statements);
    expect(subjects).toMatchObject([[{ subject: 'goal:P2.3' }], []]);
  });
});

describe('commitmentReport', () => {
  it('tells the facts, the links with their reasons, and where areas stand', async () => {
    const sources = await someSources();
    const report = commitmentReport(commitmentOf('GDC-11c', sources), sources);
    expect(report.commitment).toMatchObject({ paragraph: '11(c)', objective: { code: '1' }, scored: true });
    expect(report.covered).toBe(true);
    expect(report.links.find(({ code }) => code === 'UI_COV4G')).toMatchObject({
      type: 'measures',
      areasWithLevel: 6,
    });
    expect(report.links.every(({ reason }) => reason !== '')).toBe(true);
    expect(report.areas.length).toBe(194);
    expect(report.statements).toMatchObject([{ subject: 'commitment:GDC-11c' }]);
  });
});

describe('commitmentsReport', () => {
  it('has every commitment once, and the same links from both ends', async () => {
    const sources = await someSources();
    const { objectives, indicators } = commitmentsReport(sources);
    const all = objectives.flatMap(({ commitments }) => commitments);
    expect(all.map(({ id }) => id).sort()).toEqual(
      sources.lookUp.catalogue.commitments.map(({ id }) => id).sort(),
    );
    const forth = all.flatMap(({ id, links }) => links.map((link) => `${link.indicator} ${id} ${link.type}`));
    const back = indicators.flatMap(({ code, commitments }) =>
      commitments.map(({ id, type }) => `${code} ${id} ${type}`),
    );
    expect(forth.sort()).toEqual(back.sort());
    expect(forth.length).toBe(sources.lookUp.catalogue.crosswalk.length);
  });

  it('calls covered what an indicator measures, wholly or partly', async () => {
    const { objectives } = commitmentsReport(await someSources());
    const all = objectives.flatMap(({ commitments }) => commitments);
    for (const { id, covered, links } of all) {
      expect([id, covered]).toEqual([id, links.some(({ type }) => type !== 'context')]);
    }
    expect(new Set(all.map(({ covered }) => covered)).size).toBe(2);
  });
});

describe('the tables of these reports', () => {
  it('fill every column they name, and no other', async () => {
    const sources = await someSources();
    const tables: readonly CsvTable[] = [
      nodeReportTable(nodeReport('goal', 'P2.3', sources)),
      commitmentReportTable(commitmentReport(commitmentOf('GDC-11c', sources), sources)),
      commitmentsReportTable(commitmentsReport(sources)),
    ];
    for (const { columns, rows } of tables) {
      const used = new Set(rows.flatMap((row) => Object.keys(row)));
      expect([...used].filter((column) => !columns.includes(column))).toEqual([]);
      expect(columns.filter((column) => !used.has(column))).toEqual([]);
    }
  });
});

function commitmentOf(id: string, { lookUp }: ReportSources) {
  const commitment = lookUp.commitment(id);
  if (commitment === undefined) throw new Error(`The seeds lack ${id}`);
  return commitment;
}
