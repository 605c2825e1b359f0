import type { Area, Catalogue, Indicator } from '../../../src/catalogue/catalogue.js';
import { lookUp } from '../../../src/catalogue/look-up.js';
import { rowVocabulary, type RowVocabulary } from '../../../src/submissions/checking/row-vocabulary.js';

const area = (code: string, iso2: string, m49: string, name: string): Area => ({
  code,
  iso2,
  m49,
  name,
  status: 'member',
  scored: code !== 'ABW',
});

const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: code,
  goal: 'G1',
  tier: 'core',
  definition: '',
  unit: '%',
  goalposts: { kind: 'range', worst: 0, best: 100, scale: 'linear' },
  goalpostReason: '',
  averageYears: 1,
  weight: 1,
  scored: true,
  derivedScoresAllowed: true,
  freshnessYears: 3,
  issues: [],
  wsis: [],
  sdg: [],
  source: '',
  series: '',
  update: '',
  licence: '',
  ...more,
});

/** A framework of three areas and three indicators, of which one is assessed on a ladder of levels 0 to 4. */
export const smallCatalogue = {
  method: { asOfYear: 2026 },
  principles: [],
  goals: [],
  indicators: [
    indicator('NETUSE', { hardMin: 0, hardMax: 100 }),
    indicator('SERVERS', { hardMin: 0, unit: 'per million' }),
    indicator('POLICY', { goalposts: { kind: 'rubric', worst: 0, best: 4, scale: 'linear' } }),
  ],
  ladder: [0, 1, 2, 3, 4].map((level) => ({ level, name: String(level), means: '' })),
  issues: [],
  objectives: [],
  commitments: [],
  crosswalk: [],
  areas: [
    area('KEN', 'KE', '404', 'Kenya'),
    area('ALB', 'AL', '008', 'Albania'),
    area('ABW', 'AW', '533', 'Aruba'),
  ],
  groups: [],
  population: [],
  series: [],
  comparableEditions: [],
  seriesAliases: [{ alias: 'IT.NET.USER.ZS', indicator: 'NETUSE' }],
  areaAliases: [
    { alias: 'WLD', reason: 'an aggregate' },
    { alias: 'OWID_KEN', area: 'KEN', reason: 'a code of its own' },
  ],
} as unknown as Catalogue;

/** `GONE` is an indicator of an earlier catalogue. */
export function smallVocabulary(): RowVocabulary {
  return rowVocabulary(lookUp(smallCatalogue), (code) => code === 'GONE');
}
