/**
 * Countries a reader may mean: by code or whole name if there is one, else all whose name contains the text. Case and
 * accents do not count.
 */
export function findCountries<Country extends { readonly code: string; readonly name: string }>(
  search: string,
  countries: readonly Country[],
): readonly Country[] {
  const wanted = fold(search);
  const exact = countries.filter(({ code, name }) => fold(code) === wanted || fold(name) === wanted);
  return exact.length > 0 ? exact : countries.filter(({ name }) => fold(name).includes(wanted));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase();
}
