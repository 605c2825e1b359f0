import type { CodeLists } from './code-lists.js';
import type { Component } from './flow.js';
import type { Value } from './row.js';

/** Values that were written as their places in a list, in the order they were met. */
export class SeenValues {
  private readonly lists = new Map<string, Map<string, number>>();

  constructor(
    components: readonly Component[],
    private readonly codes: CodeLists,
  ) {
    for (const component of components) if (isListed(component)) this.lists.set(component.id, new Map());
  }

  places(components: readonly Component[], values: Readonly<Record<string, Value>>): readonly number[] {
    return components.map(({ id }) => this.placeOf(id, String(values[id] ?? '')));
  }

  /** Attributes: places of those that are listed, the others as they are. */
  said(
    components: readonly Component[],
    values: Readonly<Record<string, Value>>,
  ): readonly (string | number | null)[] {
    return components.map((component) => {
      const value = values[component.id];
      if (value === undefined) return null;
      return isListed(component) ? this.placeOf(component.id, String(value)) : value;
    });
  }

  listOf({ id, role, codes, type }: Component): readonly object[] {
    return [...(this.lists.get(id)?.keys() ?? [])].map((value) => {
      if (role === 'time') {
        return { id: value, name: value, start: `${value}-01-01T00:00:00Z`, end: `${value}-12-31T23:59:59Z` };
      }
      if (codes === undefined) return { value: type === 'Double' ? Number(value) : value };
      return { id: value, name: this.codes.get(codes)?.get(value)?.name ?? value };
    });
  }

  private placeOf(id: string, value: string): number {
    const list = this.lists.get(id);
    if (list === undefined) throw new RangeError(`${id} is not written by places`);
    const known = list.get(value);
    if (known !== undefined) return known;
    list.set(value, list.size);
    return list.size - 1;
  }
}

/** Texts about single observations are all different, and stand where they are. */
export function isListed({ role, codes, of }: Component): boolean {
  return (
    role === 'dimension' ||
    role === 'time' ||
    (role === 'attribute' && (codes !== undefined || of === 'series'))
  );
}
