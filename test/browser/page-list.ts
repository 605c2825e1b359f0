/**
 * Every kind of public page, by its path below the language: with what it shows, empty, and as a problem. Who adds a
 * page adds it here; a test compares the list with the addresses of the service. `{...}` stands for what only the
 * running service knows.
 */
export const publicPages: readonly string[] = [
  '',
  'countries',
  'countries/KEN',
  'countries/FRA?indicator=UI_COV4G',
  'countries/NRU',
  'countries/KEX',
  'countries/KEN/letter',
  'countries/KEN/explain/P2',
  'countries/NRU/explain/P1',
  'regions/UN-AFRICAN',
  'issues',
  'issues/ACCESS',
  'issues/AI',
  'wsis',
  'wsis/WSIS-C8',
  'sdgs',
  'sdgs/SDG-9.1',
  'indicators',
  'indicators/UI_NETUSE?area=KEN&area=BRA',
  'indicators/CA_UNDERSERVED',
  'principles/P2',
  'goals/P2.1',
  'objectives/1',
  'compare',
  'compare?area=KEN&area=BRA&group=UN-AFRICAN',
  'compare?area=KEX',
  'participation',
  'participation?issue=ACCESS&gap=anybody',
  'commitments',
  'commitments?evidence=unmeasured&objective=1',
  'commitments/GDC-11b',
  'communities',
  'communities/brazil-igf',
  'observations/{observation}',
  'submissions/{receipt}',
  'search',
  'search?q=broadband',
  'search?q=kjhgkjhg',
  'contribute',
  'contribute?country=KEN&issue=ACCESS',
  'contribute?country=KEN&indicator=UI_HHNET',
  'assess',
  'sign-in',
  'claim',
  'contact/{none}',
  'follow?country=KEN',
  'follow/{none}',
  'releases',
  'releases/{release}',
  'method',
  'method/level',
  'method/edge-cases',
  'method/uncertainty',
  'about',
  'accessibility',
  'conduct',
  'moderation',
  'glossary',
  'style',
  'nowhere',
];

/** Pages for the pages of others: without header, navigation and footer. */
export const embeddedPages: readonly string[] = ['embed/trend?area=KEN&node=P2', 'embed/map?node=P2'];

/** Pages of people who signed in, for the gallery; `{draft}` and `{waiting}` are submissions. */
export const peoplePages: Readonly<Record<string, readonly string[]>> = {
  submitter: [
    'contribute?country=KEN&issue=ACCESS',
    'submissions',
    'submissions/{draft}',
    'submissions/{waiting}',
    'notices',
    'account',
    'statements',
    'communities/african-igf/profile',
  ],
  reviewer: ['review', 'review/{waiting}'],
  administrator: [
    'administration',
    'administration/communities',
    'administration/communities/african-igf',
    'administration/contributors',
    'administration/contributors/1',
    'administration/keys',
    'administration/claims',
    'audit',
  ],
};

/**
 * The list with what the service knows filled in.
 * @param url address of the service, without a slash at the end
 * @param further what it does not tell everybody
 * @returns a page about something that the service does not have, e.g. a release, is left out
 */
export async function pagesOf(
  url: string,
  pages = publicPages,
  further: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const read = async (path: string): Promise<{ readonly items: readonly Record<string, string>[] }> =>
    (await (await fetch(`${url}/api/v1/${path}`)).json()) as { items: Record<string, string>[] };
  const [[observation], [release]] = [
    (await read('observations?area=KEN&limit=1')).items,
    (await read('releases')).items,
  ];
  const known: Readonly<Record<string, string | undefined>> = {
    observation: observation?.['id'],
    receipt: observation?.['receipt'],
    release: release?.['id'],
    none: 'no-such-token',
    ...further,
  };
  return pages.flatMap((page) => {
    const [, name] = /\{(\w+)\}/.exec(page) ?? [];
    if (name === undefined) return [page];
    const value = known[name];
    return value === undefined ? [] : [page.replace(`{${name}}`, value)];
  });
}
