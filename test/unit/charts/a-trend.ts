import type { TrendSpecification } from '../../../src/charts/trend-specification.js';

/** A trend with everything in it: two comparable runs, a missing year, a carried and a doubtful value, a target. */
export function aTrend(parts: Partial<TrendSpecification> = {}): TrendSpecification {
  return {
    kind: 'trend',
    language: 'en',
    direction: 'ltr',
    title: 'Internet use in Kenya reached 40.8 % of people in 2022',
    summary: 'Internet use in Kenya rose from 16.6 in 2014 to 40.8 in 2022; the target is 100 in 2030.',
    unit: '% of population',
    firstYear: 2010,
    lastYear: 2030,
    segments: [
      {
        label: 'Earlier edition',
        points: [
          { year: 2010, value: 7.2, kind: 'observed' },
          { year: 2011, value: 8.8, kind: 'observed' },
        ],
      },
      {
        label: 'Share of people',
        points: [
          { year: 2014, value: 16.6, kind: 'observed' },
          { year: 2015, value: 16.6, kind: 'observed' },
          { year: 2017, value: 17.8, kind: 'doubtful' },
          { year: 2019, value: 22.6, kind: 'observed' },
          { year: 2020, value: 28.8, kind: 'observed' },
          { year: 2021, value: 28.8, kind: 'carried_forward' },
          { year: 2022, value: 40.8, kind: 'observed' },
        ],
      },
    ],
    target: { value: 100, year: 2030, label: 'Target 2030: 100' },
    requiredPath: {
      from: { year: 2020, value: 28.8 },
      to: { year: 2030, value: 100 },
      label: 'Required path',
    },
    forecast: {
      from: { year: 2022, value: 40.8 },
      to: { year: 2030, value: 66 },
      low: 52,
      high: 80,
      label: 'If it goes on',
    },
    notes: [
      'Source: International Telecommunication Union, edition 2024.',
      'The line breaks where editions are not comparable.',
    ],
    hue: 1,
    ...parts,
  };
}
