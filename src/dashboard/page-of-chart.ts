import type { LookUp } from '../catalogue/look-up.js';
import type { ChartQuestion } from '../reports/charts/chart-question.js';
import { findNode } from '../reports/find-node.js';
import { NODE_SECTIONS } from './node-sections.js';
import type { Words } from './words.js';

/** Address of the page that tells more about what a chart shows: of its country, else of its node. */
export function pageOfChart({ area, node }: ChartQuestion, lookUp: LookUp, words: Words): string {
  if (area !== undefined) return words.to('countries', area);
  const found = node === undefined ? undefined : findNode(node, lookUp);
  const section = found && NODE_SECTIONS[found.kind];
  return found === undefined || section === undefined ? words.to() : words.to(section, found.code);
}
