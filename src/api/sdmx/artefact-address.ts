import { Problem } from '../../platform/problem.js';
import { VERSION } from '../../reports/sdmx/flow.js';
import { notSdmx } from './parameters.js';

/** Alternatives of a part of an address; nothing for any. */
export function alternatives(part: string | undefined): readonly string[] | undefined {
  const all = (part ?? '*').split(',');
  return all.includes('*') || all.includes('all') ? undefined : all;
}

/** Ways to ask for the one version there is: itself, the newest, the newest that stays. */
const OURS = [VERSION, '*', '+', '~', '1.0+', '1+.0', 'latest', 'all'];
const WRITTEN = /^\d+\+?(\.\d+\+?){0,2}(-[\w-]+)?$/;

/**
 * Whether the version of all artefacts is among those asked for.
 * @throws Problem `invalid_request` for what is no version
 */
export function isOurVersion(part: string | undefined): boolean {
  const all = (part ?? '~').split(',');
  const other = all.find((one) => !OURS.includes(one) && !WRITTEN.test(one));
  if (other !== undefined) throw notSdmx('{version}', other, VERSION);
  return all.some((one) => OURS.includes(one));
}

export function nothingFound(name: string): Problem {
  return new Problem('sdmx_nothing_found', 404, { name });
}
