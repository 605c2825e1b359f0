import type { Words } from './words.js';

/** Which values of an indicator count as 0 and as 100. @param goalposts as the catalogue holds them */
export function goalpostSentence(goalposts: Readonly<Record<string, string | number>>, words: Words): string {
  const number = (name: string): string => words.value(Number(goalposts[name]));
  return goalposts['kind'] === 'band'
    ? words.t('goalposts.band', {
        low: number('low'),
        high: number('high'),
        distance: number('zeroDistance'),
      })
    : words.t('goalposts.range', {
        worst: number('worst'),
        best: number('best'),
        scale: String(goalposts['scale'] ?? 'linear'),
      });
}
