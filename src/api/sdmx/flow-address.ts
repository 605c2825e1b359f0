import { FLOWS, type Flow } from '../../reports/sdmx/flow.js';
import { alternatives, isOurVersion, nothingFound } from './artefact-address.js';
import { notBuilt, notSdmx } from './parameters.js';

/** Parts of the address of data; what is left out is any. */
export interface FlowAddress {
  readonly context?: string;
  readonly agency?: string;
  readonly resource?: string;
  readonly version?: string;
}

/** A flow, and under which name it was asked for. */
export interface FoundFlow {
  readonly flow: Flow;
  readonly context: 'dataflow' | 'datastructure';
  readonly agency: string;
  readonly id: string;
}

const CONTEXTS = ['dataflow', 'datastructure', 'provisionagreement'];

/**
 * The one flow an address means.
 * @param agency that maintains all flows
 * @throws Problem `invalid_request`, `sdmx_nothing_found` (404), `sdmx_not_built` (501) where it means several
 */
export function findFlow(address: FlowAddress, agency: string): FoundFlow {
  const contexts = alternatives(address.context);
  const other = contexts?.find((one) => !CONTEXTS.includes(one));
  if (other !== undefined) throw notSdmx('{context}', other, CONTEXTS.join(', '));
  const ids = alternatives(address.resource);
  const isOurs = isOurVersion(address.version) && (alternatives(address.agency)?.includes(agency) ?? true);
  const found = FLOWS.flatMap((flow): FoundFlow[] => {
    const names = [
      { context: 'dataflow', id: flow.id },
      { context: 'datastructure', id: flow.structure },
    ] as const;
    const name = names.find(
      ({ context, id }) => (contexts?.includes(context) ?? true) && (ids?.includes(id) ?? true),
    );
    return name === undefined || !isOurs ? [] : [{ flow, agency, ...name }];
  });
  const [first, second] = found;
  const { context = '*', agency: asked = '*', resource = '*' } = address;
  if (first === undefined) throw nothingFound(`${context}/${asked}/${resource}`);
  if (second !== undefined) throw notBuilt(`${context}/${asked}/${resource}`);
  return first;
}
