import type { NamedArea } from '../language/area-name.js';
import type { Words } from './words.js';

/** The area a reader means by its code or its whole name in the language of the page; case and accents do not count. */
export function findArea<Area extends NamedArea>(
  wish: string,
  areas: readonly Area[],
  words: Pick<Words, 'area'>,
): Area | undefined {
  const wanted = folded(wish);
  return areas.find((area) =>
    [area.code, area.name, words.area(area)].some((name) => folded(name) === wanted),
  );
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase();
}
