import type { ComponentChildren, JSX } from 'preact';

/** A column of a ledger: its head, and what stands below it for each thing. */
export interface Column<Thing> {
  readonly head: string;
  readonly cell: (thing: Thing) => ComponentChildren;
}

/** Things in lines, the first column naming them; on narrow screens each becomes a block with its cells named. */
export function Ledger<Thing extends { readonly id: number | string }>({
  caption,
  columns: [first, ...rest],
  things,
}: {
  readonly caption: string;
  readonly columns: readonly [Column<Thing>, ...Column<Thing>[]];
  readonly things: readonly Thing[];
}): JSX.Element | null {
  if (things.length === 0) return null;
  return (
    <table class="lines ledger">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {[first, ...rest].map(({ head }) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {things.map((thing) => (
          <tr key={thing.id}>
            <th scope="row">{first.cell(thing)}</th>
            {rest.map(({ head, cell }) => (
              <td key={head} data-label={head}>
                {cell(thing)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
