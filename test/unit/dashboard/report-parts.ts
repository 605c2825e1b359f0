import type { FigureSource, IndicatorLine, NodeLine } from '../../../src/reports/report.js';

export function aFigure(parts: Partial<FigureSource> = {}): FigureSource {
  return {
    observation: 'KEN.UI_NETUSE.2022.1.1',
    receipt: '0123456789abcdef0123456789abcdef',
    row: 2,
    community: 'published-figures',
    communityName: 'Published figures',
    organisation: 'International Telecommunication Union',
    source: 'IT.NET.USER.ZS',
    edition: '2024',
    status: 'normal',
    value: 40.8,
    year: 2022,
    ...parts,
  };
}

export function anIndicatorLine(parts: Partial<IndicatorLine> = {}): IndicatorLine {
  return {
    indicator: 'UI_NETUSE',
    name: 'Individuals using the Internet',
    unit: '% of population',
    goal: 'P2.1',
    tier: 'core',
    value: 40.8,
    year: 2022,
    ageYears: 4,
    level: 39.5,
    status: 'on_track',
    flags: [],
    figure: aFigure(),
    alternatives: [],
    ...parts,
  };
}

export function aNodeLine(parts: Partial<NodeLine> = {}): NodeLine {
  return {
    kind: 'principle',
    code: 'P1',
    name: 'Whole and open',
    coverage: 0,
    unavailable: [],
    contributions: [],
    statusShares: {},
    ...parts,
  };
}
