// What the figures of a bench are about: countries with pages, and indicators in per cent.

export const INDICATORS = [
  'UI_NETUSE',
  'UI_HHNET',
  'UI_COV4G',
  'UI_MOBOWN',
  'UI_ELEC',
  'UI_SCHOOLNET',
  'UI_NETUSE_DAILY',
];

export async function scoredAreas(url) {
  const { items } = await (await fetch(`${url}/api/v1/areas`)).json();
  return items.filter(({ scored }) => scored).map(({ code }) => code);
}
