import type { ChartSpecification, ProfileSpecification } from '../../../src/charts/chart-specification.js';
import { CHART_STATUSES } from '../../../src/charts/chart-specification.js';
import { aTrend } from './a-trend.js';

type Words = Pick<ChartSpecification, 'language' | 'direction' | 'title' | 'summary' | 'unit' | 'notes'>;

const TITLES: Readonly<Record<string, string>> = {
  en: 'Internet use in Kenya reached 40.8 % of people in 2022',
  ar: 'بلغ استخدام الإنترنت في كينيا 40.8 % من السكان عام 2022',
  zh: '2022年，肯尼亚的互联网使用率达到人口的40.8 %，比十年前高出很多，但仍低于目标水平，请参阅下面的表格。',
};

function words(language: string): Words {
  const title = TITLES[language] ?? '';
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return { language, direction, title, summary: title, unit: '0–100', notes: [title] };
}

export function aProfile(language = 'en'): ProfileSpecification {
  return {
    kind: 'profile',
    ...words(language),
    rangeLabel: 'range',
    peersLabel: 'peers',
    rows: [
      {
        code: 'P1',
        label: 'One',
        value: 40,
        low: 34,
        high: 47,
        printed: '40.0',
        peers: [60, 20, 30],
        hue: 0,
      },
      { code: 'P2', label: 'Two', printed: 'no score', peers: [], hue: 1 },
    ],
  };
}

/** One chart of each kind, with everything in it, in a language. */
export function everyChart(language = 'en'): readonly ChartSpecification[] {
  const spoken = words(language);
  return [
    aTrend(spoken),
    aProfile(language),
    {
      kind: 'distribution',
      ...spoken,
      areas: Array.from({ length: 60 }, (_, at) => ({
        area: `A${String(at)}`,
        name: `Area ${String(at)}`,
        value: (at * 37) % 97,
        printed: String((at * 37) % 97),
        chosen: at % 29 === 1,
      })),
      middle: { low: 25, median: 50, high: 75, label: 'middle half' },
      hue: 2,
    },
    {
      kind: 'status',
      ...spoken,
      statuses: CHART_STATUSES.map((status) => ({ status, label: status })),
      rows: [
        {
          code: 'P1',
          label: 'One',
          shares: CHART_STATUSES.map((status) => ({ status, share: 1 / 9, printed: '11 %' })),
        },
      ],
    },
    {
      kind: 'map',
      ...spoken,
      year: 2024,
      areas: [
        { area: 'KEN', m49: '404', name: 'Kenya', value: 62.4, printed: '62.4' },
        { area: 'TUV', m49: '798', name: 'Tuvalu', value: 12, printed: '12.0' },
        { area: 'SGP', m49: '702', name: 'Singapore', value: 100, printed: '100.0' },
        { area: 'FRA', m49: '250', name: 'France', printed: 'no figure' },
      ],
      bands: [0, 20, 40, 60, 80].map((from) => ({ from, to: from + 20, label: `${String(from)} and more` })),
      noDataLabel: 'no figure',
      hue: 0,
    },
    {
      kind: 'sparkline',
      ...spoken,
      points: [
        { year: 2019, value: 10 },
        { year: 2020, value: 20 },
        { year: 2022, value: 15 },
      ],
      range: { low: 0, high: 100 },
      hue: 4,
    },
  ];
}
