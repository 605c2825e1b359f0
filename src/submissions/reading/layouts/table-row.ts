import { areaText, codeOf } from './area-columns.js';
import type { Plan } from './layout.js';

/** Cells of a row, the first one taken apart where the layout has its dimensions there. */
export function expand(cells: readonly string[], splitFirst: number): readonly string[] {
  if (splitFirst === 0) return cells;
  const parts = (cells[0] ?? '').split(',').map((part) => part.trim());
  while (parts.length < splitFirst) parts.push('');
  return [...parts.slice(0, splitFirst), ...cells.slice(1)];
}

export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

/** The cell and its column that names the area of a row: the first that is filled. */
export function areaCell(
  plan: Plan,
  cells: readonly string[],
): { readonly text: string; readonly index: number } | undefined {
  for (const index of plan.roles.country ?? []) {
    const text = codeOf(areaText(cells[index] ?? ''));
    if (text !== '') return { text, index };
  }
  return undefined;
}

/** The cell that names the indicator of a row: the first that is known, else the first that is filled. */
export function indicatorCell(
  plan: Plan,
  cells: readonly string[],
): { readonly text: string; readonly index: number } | undefined {
  let filled: { readonly text: string; readonly index: number } | undefined;
  for (const index of plan.roles.indicator ?? []) {
    const text = codeOf((cells[index] ?? '').trim());
    if (text === '') continue;
    if (plan.header.vocabulary.indicator(text) !== undefined) return { text, index };
    filled ??= { text, index };
  }
  return filled;
}
