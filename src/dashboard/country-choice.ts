import type { FastifyRequest } from 'fastify';
import type { SummaryGroup } from '../reports/summary-counts.js';

/** What a reader chose on the page of a country. */
export interface CountryChoice {
  /** The indicator drawn over time. */
  readonly indicator?: string | undefined;
  /** Only the figures behind one count of the sentence. */
  readonly figures?: SummaryGroup | undefined;
  /** The group and the countries, by code or name, whose levels stand beside. */
  readonly group?: string | undefined;
  readonly areas: readonly string[];
}

/** So many single countries may stand beside. */
export const MOST_BESIDE = 3;

const SHOWN: readonly SummaryGroup[] = [
  'withTarget',
  'metOrOnTrack',
  'needAcceleration',
  'movingAway',
  'missed',
  'notAssessable',
  'withoutTarget',
  'improving',
  'declining',
  'lackData',
];

/** What the query of an address says; what it cannot mean is left out. */
export function countryChoice({ query }: Pick<FastifyRequest, 'query'>): CountryChoice {
  const asked = query as Readonly<Record<string, unknown>>;
  const all = (name: string): readonly string[] =>
    [asked[name]].flat().filter((word): word is string => typeof word === 'string' && word !== '');
  return {
    indicator: all('indicator')[0],
    figures: SHOWN.find((group) => group === all('figures')[0]),
    group: all('group')[0],
    areas: [...new Set(all('with'))].slice(0, MOST_BESIDE),
  };
}

/** The names and values of a choice, for addresses and for fields that are not seen. */
export function choiceFields(choice: CountryChoice): readonly (readonly [name: string, value: string])[] {
  const { indicator, figures, group, areas } = choice;
  const single = Object.entries({ indicator, figures, group }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return [...single, ...areas.map((code) => ['with', code] as const)];
}

/** As the query of an address; empty for no choice. */
export function choiceQuery(choice: CountryChoice): string {
  const query = new URLSearchParams(choiceFields(choice).map(([name, value]) => [name, value])).toString();
  return query && `?${query}`;
}
