import type { AreaScore, Distribution } from '../../reports/report.js';
import type { Words } from '../words.js';

/** Where countries stand on a node, in one sentence or two: how many have a score, the middle one, which way they go. */
export function nodeFinding(
  areas: readonly AreaScore[],
  world: Distribution | undefined,
  words: Words,
): string {
  const scored = areas.filter(({ score }) => score !== undefined).length;
  const counts = { scored, all: areas.length };
  if (world?.median === undefined) return words.t('node.finding.few', counts);
  const finding = words.t('node.finding', { ...counts, median: words.score(world.median) });
  const { improving, steady, declining, withScore } = world;
  const rest = withScore - improving - steady - declining;
  if (rest === withScore) return finding;
  return `${finding} ${words.t('node.moving', { improving, steady, declining, rest })}`;
}
