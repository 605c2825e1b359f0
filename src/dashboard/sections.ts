/** The sections of the navigation, by the first part of their addresses. */
export const mainSections = [
  'countries',
  'compare',
  'issues',
  'indicators',
  'commitments',
  'communities',
  'contribute',
] as const;

/** What the foot of each page leads to. */
export const serviceSections = [
  'about',
  'method',
  'glossary',
  'releases',
  'accessibility',
  'conduct',
] as const;

/** Where a page belongs. */
export type Section = (typeof mainSections)[number] | (typeof serviceSections)[number] | 'search';
