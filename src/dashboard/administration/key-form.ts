import type { KeyRequest } from '../../access/key-request.js';
import type { FieldOf } from '../fault.js';
import type { SentForm } from '../sent-form.js';
import { numberIn } from './number-in.js';

const FIELDS: Readonly<Record<string, string>> = {
  unknown_community: 'community',
  community_not_confirmed: 'community',
  key_of_system: 'community',
  unknown_role: 'roles',
  role_not_held: 'roles',
  missing_key_name: 'name',
  key_lifetime: 'days',
  unknown_key_area: 'areas',
  key_areas_outside: 'areas',
};
/** Where the form of a key mends what is wrong with it. */
export const fieldOfKey: FieldOf = (code) => FIELDS[code];

/** A key of somebody who is known, of somebody new in a community, or of somebody new in the whole installation. */
export function requestIn(form: SentForm): KeyRequest {
  const days = form.text('days');
  const asked = {
    name: form.text('name') ?? '',
    areas: (form.text('areas') ?? '').split(/[\s,;]+/).filter((code) => code !== ''),
    expiresInDays: days === undefined ? undefined : Number(days),
  };
  const roles = form.all('role');
  const contributorId = numberIn(form.text('contributor'));
  if (contributorId !== 0) return { ...asked, contributorId, roles };
  const community = form.text('community');
  return community === undefined ? { ...asked, globalRoles: roles } : { ...asked, community, roles };
}
