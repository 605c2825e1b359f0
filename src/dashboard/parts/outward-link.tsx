import type { ComponentChildren, JSX } from 'preact';

/** A link to an address that somebody sent: nothing but http and https is linked, and nobody is vouched for. */
export function OutwardLink({
  href = '',
  instead,
  children,
}: {
  readonly href?: string | undefined;
  /** What stands there when the address cannot be linked. */
  readonly instead?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  if (!/^https?:\/\//i.test(href)) return <>{instead}</>;
  return (
    <a href={href} rel="nofollow noopener noreferrer">
      {children}
    </a>
  );
}
