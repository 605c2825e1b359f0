import type { LookUp } from '../../catalogue/look-up.js';
import type { ObservationFilter } from '../../observations/observation-filter.js';
import { requireKnownCodes } from '../edge/known-code.js';
import type { ObservationsRequest } from './observations.request.js';
import { isYes, readYears } from '../edge/query-values.decorator.js';

/**
 * The filter a request asks for. Groups stand for their members; issues and commitments for their indicators.
 * @param communities codes of those that may be asked for
 * @throws Problem `invalid_request` naming every unknown code
 */
export function observationFilter(
  request: ObservationsRequest,
  lookUp: LookUp,
  communities: readonly string[],
): ObservationFilter {
  const { catalogue } = lookUp;
  const codes = (things: readonly { readonly code: string }[]): string[] => things.map(({ code }) => code);
  requireKnownCodes('area', request.area, [...codes(catalogue.areas), ...codes(catalogue.groups)]);
  requireKnownCodes('indicator', request.indicator, codes(catalogue.indicators));
  requireKnownCodes('issue', request.issue, codes(catalogue.issues));
  requireKnownCodes(
    'commitment',
    request.commitment,
    catalogue.commitments.map(({ id }) => id),
  );
  requireKnownCodes('community', request.community === undefined ? [] : [request.community], communities);
  return {
    areas: request.area?.flatMap((code) => lookUp.group(code)?.members ?? [code]),
    indicators: inAll([
      request.indicator,
      request.issue?.flatMap((issue) => codes(lookUp.indicatorsOfView('issue', issue))),
      request.commitment?.flatMap((id) => lookUp.linksOfCommitment(id).map(({ indicator }) => indicator)),
    ]),
    ...readYears(request.year),
    statuses: request.status,
    community: request.community,
    latest: isYes(request.latest),
  };
}

/** What stands in each list that was given; `undefined` when none was. */
function inAll(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const given = lists.filter((list) => list !== undefined);
  const [first, ...others] = given;
  return first === undefined
    ? undefined
    : [...new Set(first)].filter((code) => others.every((list) => list.includes(code)));
}
