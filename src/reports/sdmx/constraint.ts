import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { AGENCIES, nameOf, urnOf, type Artefact } from './artefact.js';
import { VERSION, type Flow } from './flow.js';
import type { HeldRegion } from './held-region.js';

/** What a flow, or a part of it, holds observations of. */
export function constraint(
  agency: string,
  flow: Flow,
  { values, years, series, observations }: HeldRegion,
  language: Language,
): Artefact {
  const listed = [...values].filter(([, codes]) => codes.length > 0);
  const period = flow.components.flatMap(({ role, id }) => (role === 'time' ? [id] : []));
  return {
    kind: 'dataconstraint',
    agency,
    id: `CON_${flow.id}`,
    name: translate(language, `sdmx.held.${flow.id}`),
    body: {
      role: 'Actual',
      constraintAttachment: { dataflows: [urnOf('dataflow', agency, flow.id, VERSION)] },
      annotations: [
        { id: 'series_count', type: 'sdmx_metrics', title: String(series) },
        { id: 'obs_count', type: 'sdmx_metrics', title: String(observations) },
      ],
      cubeRegions: [
        {
          include: observations > 0,
          keyValues: [
            ...listed.map(([id, codes]) => ({ id, include: true, values: codes })),
            ...(years === undefined
              ? []
              : period.map((id) => ({ id, include: true, timeRange: rangeOf(years) }))),
          ],
        },
      ],
    },
    uses: [nameOf({ kind: 'agencyscheme', id: AGENCIES }), nameOf({ kind: 'dataflow', id: flow.id })],
  };
}

function rangeOf([first, last]: readonly [number, number]): object {
  return {
    startPeriod: { period: String(first), isInclusive: true },
    endPeriod: { period: String(last), isInclusive: true },
  };
}
