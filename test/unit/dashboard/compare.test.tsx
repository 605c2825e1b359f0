import { render } from 'preact-render-to-string';
import {
  filterCommitments,
  isFiltering,
  type CommitmentFilter,
} from '../../../src/dashboard/commitment-filter.js';
import { overlapSentences } from '../../../src/dashboard/parts/compared-words.js';
import { CompareLines } from '../../../src/dashboard/parts/compare-lines.js';
import { spreadOut } from '../../../src/dashboard/spread-out.js';
import { wordsOf } from '../../../src/dashboard/words.js';
import type { CommitmentsReport } from '../../../src/reports/commitments-report.js';
import type { ComparedArea, ComparedNode } from '../../../src/reports/compare/compare-report.js';
import { pairsOf } from '../../../src/reports/compare/compared-pairs.js';
import { aFrame } from './a-frame.js';

const words = wordsOf('en');

function area(code: string, name: string, [scoreLow, scoreHigh]: readonly [number, number]): ComparedArea {
  const score = (scoreLow + scoreHigh) / 2;
  const history = [[2022, 2023].map((year) => ({ year, score }))];
  return { code, name, score, scoreLow, scoreHigh, coverage: 1, history };
}

function node(areas: readonly ComparedArea[], own: Partial<ComparedNode> = {}): ComparedNode {
  const pairs = pairsOf(areas);
  return { kind: 'principle', code: 'P2', name: 'Open', areas, groups: [], pairs, statements: [], ...own };
}

const kenya = area('KEN', 'Kenya', [36, 50]);
const uganda = area('UGA', 'Uganda', [40, 60]);
const brazil = area('BRA', 'Brazil', [70, 80]);

describe('what is said of compared countries', () => {
  it('names a difference only where ranges lie apart, and how many pairs overlap', () => {
    expect(overlapSentences(node([kenya, uganda, brazil]), words)).toEqual([
      'The range of Brazil lies wholly above those of Kenya and Uganda.',
      'The other pair of ranges overlaps: no difference can be told.',
    ]);
  });

  it('is that no difference can be told where all overlap, however far the scores are apart', () => {
    expect(overlapSentences(node([kenya, uganda]), words)).toEqual([
      'All ranges overlap: no difference can be told.',
    ]);
  });

  it('is no difference while the ranges are not known, and of an indicator', () => {
    const told = (own: Partial<ComparedNode>) =>
      overlapSentences(node([kenya, brazil], { pairs: [], ...own }), words);
    expect(told({})).toEqual(['The ranges are not known yet, so no difference is told.']);
    expect(told({ kind: 'indicator' })).toEqual([
      'A single indicator has no range, so nothing is said about differences.',
    ]);
  });
});

describe('lines beside each other', () => {
  it('are at most five, differ in their dashes, and have their numbers in a table', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((code, index) =>
      area(code, code, [index * 10, index * 10 + 2]),
    );
    const html = render(<CompareLines node={node(many)} firstYear={2020} lastYear={2024} frame={aFrame()} />);
    const dashes = [...html.matchAll(/<polyline class="course" stroke-dasharray="([^"]*)"/g)].map(
      ([, dash]) => dash,
    );
    expect(new Set(dashes).size).toBe(5);
    expect(html).toContain('Drawn are the first 5; the table has all.');
    expect([...html.matchAll(/<tr><th scope="row">/g)]).toHaveLength(2);
  });

  it('say that nobody has a score', () => {
    const nobody = node([{ code: 'KEN', name: 'Kenya', missing: 'COVERAGE', coverage: 0.3, history: [] }]);
    const html = render(<CompareLines node={nobody} firstYear={2020} lastYear={2024} frame={aFrame()} />);
    expect(html).toContain('No score for any of them yet');
    expect(html).not.toContain('<svg');
  });
});

describe('labels along a line', () => {
  it('keep their gap, their order and their ends', () => {
    expect(spreadOut([50, 51, 10], { gap: 14, low: 0, high: 100 })).toEqual([50, 64, 10]);
    expect(spreadOut([99, 100], { gap: 14, low: 0, high: 100 })).toEqual([86, 100]);
  });
});

describe('the commitments that a reader asks for', () => {
  const commitment = (id: string, own: Partial<Listed>): Listed => ({
    id,
    title: id,
    paragraph: '1',
    kind: 'commitment',
    addressee: 'Member States',
    measurability: 'direct',
    confidence: 'text',
    scored: true,
    covered: false,
    areasWithScore: 0,
    links: [],
    ...own,
  });
  type Listed = CommitmentsReport['objectives'][number]['commitments'][number];
  const link = { indicator: 'NET', name: 'Net', type: 'measures', live: true } as const;
  const report = {
    objectives: [
      {
        code: '1',
        name: 'One',
        commitments: [commitment('a', {}), commitment('b', { covered: true, links: [link] })],
      },
      { commitments: [commitment('c', { kind: 'request' })] },
    ],
    indicators: [
      {
        code: 'NET',
        name: 'Net',
        live: true,
        commitments: [{ id: 'b', title: 'b', paragraph: '1', type: 'measures' }],
      },
    ],
  } as unknown as CommitmentsReport;
  const none: CommitmentFilter = {
    objective: undefined,
    kind: undefined,
    evidence: undefined,
    indicator: undefined,
  };
  const ids = (filter: Partial<CommitmentFilter>): readonly string[] =>
    filterCommitments(report, { ...none, ...filter }).objectives.flatMap(({ commitments }) =>
      commitments.map(({ id }) => id),
    );

  it.each<[Partial<CommitmentFilter>, readonly string[]]>([
    [{}, ['a', 'b', 'c']],
    [{ evidence: 'measured' }, ['b']],
    [{ evidence: 'unmeasured' }, ['a', 'c']],
    [{ evidence: 'scored' }, []],
    [{ objective: 'none' }, ['c']],
    [{ objective: '1', evidence: 'unmeasured' }, ['a']],
    [{ kind: 'request' }, ['c']],
    [{ indicator: 'NET' }, ['b']],
    [{ objective: 'nowhere' }, []],
  ])('of %j are %j', (filter, expected) => {
    expect(ids(filter)).toEqual(expected);
    expect(isFiltering({ ...none, ...filter })).toBe(Object.keys(filter).length > 0);
  });

  it('lead back from the indicators that speak to them, and no others', () => {
    const left = (filter: Partial<CommitmentFilter>) =>
      filterCommitments(report, { ...none, ...filter }).indicators.map(({ code }) => code);
    expect(left({ evidence: 'measured' })).toEqual(['NET']);
    expect(left({ evidence: 'unmeasured' })).toEqual([]);
  });
});
