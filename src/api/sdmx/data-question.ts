import { attributesOf, measuresOf, type Component, type Flow } from '../../reports/sdmx/flow.js';
import type { Packing } from '../../reports/sdmx/data-json.js';
import { notBuilt, notSdmx, type Parameters } from './parameters.js';

const UNBUILT = ['offset', 'limit', 'sort', 'reportingYearStartDay'];

/** @throws Problem `sdmx_not_built` (501) for what SDMX knows and is not done here */
export function refuseUnbuilt({ named }: Parameters): void {
  const unbuilt = UNBUILT.find((name) => named.has(name));
  if (unbuilt !== undefined) throw notBuilt(unbuilt);
  const history = named.get('includeHistory') ?? 'false';
  if (!['true', 'false'].includes(history)) throw notSdmx('?includeHistory', history, 'false');
  if (history === 'true') throw notBuilt('includeHistory');
}

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?)?$/;

/** A moment with its offset; without one it is UTC, which the service keeps time by. */
export function isoMoment(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text))) throw notSdmx('?', text, '2026-11-01T00:00:00Z');
  const whole = text.includes('T') ? text : `${text}T00:00:00`;
  return /(Z|[+-]\d\d:\d\d)$/.test(whole) ? whole : `${whole}Z`;
}

/** How observations are packed: in series over time, or each by itself. */
export function packingOf({ named }: Parameters, { components }: Flow): Packing {
  const at = named.get('dimensionAtObservation') ?? 'TIME_PERIOD';
  if (at === 'TIME_PERIOD') return 'series';
  if (at === 'AllDimensions') return 'flat';
  if (components.some(({ id, role }) => id === at && role === 'dimension'))
    throw notBuilt('dimensionAtObservation');
  throw notSdmx('?dimensionAtObservation', at, 'TIME_PERIOD, AllDimensions');
}

/** Components to be shown: all dimensions, and of measures and attributes those asked for. */
export function shownComponents({ named }: Parameters, flow: Flow): readonly Component[] {
  const dimensions = flow.components.filter(({ role }) => role === 'dimension' || role === 'time');
  const measures = asked(named.get('measures') ?? 'all', 'measures', {
    all: measuresOf(flow),
    none: [],
    own: measuresOf(flow),
  });
  const attributes = asked(named.get('attributes') ?? 'dsd', 'attributes', {
    all: attributesOf(flow),
    dsd: attributesOf(flow),
    series: attributesOf(flow, 'series'),
    obs: attributesOf(flow, 'observation'),
    dataset: [],
    msd: [],
    none: [],
    own: attributesOf(flow),
  });
  return [...dimensions, ...measures, ...attributes];
}

function asked(
  text: string,
  name: string,
  { own, ...words }: Readonly<Record<string, readonly Component[]>> & { readonly own: readonly Component[] },
): readonly Component[] {
  const wanted = new Set(
    text.split(',').flatMap((one) => {
      const found = words[one] ?? own.filter(({ id }) => id === one);
      if (found.length === 0 && !(one in words)) {
        throw notSdmx(`?${name}`, one, [...Object.keys(words), ...own.map(({ id }) => id)].join(', '));
      }
      return found;
    }),
  );
  return own.filter((component) => wanted.has(component));
}
