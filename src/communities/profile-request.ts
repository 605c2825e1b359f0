import { isMailAddress } from '../platform/mail-address.js';
import { Problem, type ProblemPart } from '../platform/problem.js';
import { isPrintable, textFaults, trimmedTexts, type SentTexts } from './checked-texts.js';
import {
  ENGAGEMENT_CHANNELS,
  PROFILE_FIELDS,
  type EngagementChannel,
  type ProfileField,
  type ProfileFields,
} from './nri-card.js';

export const LONGEST_DESCRIPTION = 1_500;
export const LONGEST_WISH = 500;
const LONGEST_ROLE = 100;
const LONGEST_ADDRESS = 300;

/** A part of a profile as somebody sent it. */
export interface SentProfile {
  readonly description: SentTexts;
  readonly engagement: {
    readonly channels: readonly string[];
    readonly byWhom: SentTexts;
    readonly aboutWhat: SentTexts;
  };
  readonly contact: { readonly role: string; readonly address: string };
}

export function isProfileField(text: string): text is ProfileField {
  return (PROFILE_FIELDS as readonly string[]).includes(text);
}

/**
 * A part of a profile as it is kept.
 * @throws Problem profile_faults (422) naming each fault
 */
export function checkedPart<Field extends ProfileField>(
  field: Field,
  sent: SentProfile[Field],
): ProfileFields[Field] {
  const { value, faults } = CHECKS[field](sent as never);
  if (faults.length > 0) throw new Problem('profile_faults', 422, {}, faults);
  return value as ProfileFields[Field];
}

interface Checked {
  readonly value: ProfileFields[ProfileField];
  readonly faults: readonly ProblemPart[];
}

const CHECKS: { readonly [Field in ProfileField]: (sent: SentProfile[Field]) => Checked } = {
  description: (sent) => {
    const value = trimmedTexts(sent);
    const faults = textFaults(sent, '/description', LONGEST_DESCRIPTION);
    const isEmpty = faults.length === 0 && Object.keys(value).length === 0;
    return { value, faults: isEmpty ? [nothing('/description')] : faults };
  },
  engagement: ({ channels, byWhom, aboutWhat }) => {
    const value = {
      channels: ENGAGEMENT_CHANNELS.filter((channel) => channels.includes(channel)),
      byWhom: trimmedTexts(byWhom),
      aboutWhat: trimmedTexts(aboutWhat),
    };
    const told = [value.channels, Object.keys(value.byWhom), Object.keys(value.aboutWhat)].flat();
    return {
      value,
      faults: [
        ...channels.filter((channel) => !isChannel(channel)).map(unknownChannel),
        ...textFaults(byWhom, '/engagement/byWhom', LONGEST_WISH),
        ...textFaults(aboutWhat, '/engagement/aboutWhat', LONGEST_WISH),
        ...(told.length === 0 ? [nothing('/engagement')] : []),
      ],
    };
  },
  contact: ({ role, address }) => {
    const value = { role: role.trim(), address: publicAddress(address.trim()) };
    return {
      value,
      faults: [
        ...(value.role === '' || value.role.length > LONGEST_ROLE || !isPrintable(value.role)
          ? [{ code: 'contact_role', pointer: '/contact/role', params: { most: LONGEST_ROLE } }]
          : []),
        ...(isPublicAddress(value.address) ? [] : [{ code: 'contact_address', pointer: '/contact/address' }]),
      ],
    };
  },
};

function isChannel(text: string): text is EngagementChannel {
  return (ENGAGEMENT_CHANNELS as readonly string[]).includes(text);
}

function unknownChannel(value: string): ProblemPart {
  return {
    code: 'engagement_channel',
    pointer: '/engagement/channels',
    value,
    params: { allowed: ENGAGEMENT_CHANNELS.join(', ') },
  };
}

function nothing(pointer: string): ProblemPart {
  return { code: 'profile_nothing', pointer };
}

/** A bare e-mail address becomes a link to it. */
function publicAddress(address: string): string {
  return isMailAddress(address) ? `mailto:${address}` : address;
}

function isPublicAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS || /\s/.test(address)) return false;
  if (address.startsWith('mailto:')) return isMailAddress(address.slice('mailto:'.length));
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
