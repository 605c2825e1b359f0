/** The groups of the forms of the Internet Governance Forum, by the codes that communities are described with. */
export const STAKEHOLDER_GROUPS = [
  'government',
  'international_organisation',
  'civil_society',
  'technical_community',
  'private_sector',
] as const;

export type StakeholderGroup = (typeof STAKEHOLDER_GROUPS)[number];
