import type { ComponentChildren, JSX } from 'preact';

/** Stands where something is missing: what it is, why, and as its content the next step. */
export function Empty({
  what,
  why,
  children,
}: {
  readonly what: string;
  readonly why?: ComponentChildren;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <p>{what}</p>
      {why !== undefined && <p class="quiet">{why}</p>}
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}
