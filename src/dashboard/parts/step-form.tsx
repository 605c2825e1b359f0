import type { ComponentChildren, JSX } from 'preact';
import type { Visitor } from '../visitor.js';

/** A button that takes a submission one step on, as a form of its own. */
export function StepForm({
  action,
  visitor,
  label,
  quiet = false,
  version,
  children,
}: {
  readonly action: string;
  readonly visitor: Visitor;
  readonly label: string;
  /** Not the step to take first. */
  readonly quiet?: boolean;
  /** Of the submission as it is shown: the step is refused when it moved on meanwhile. */
  readonly version?: number;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <form class="step" action={action} method="post">
      <input type="hidden" name="_token" value={visitor.formToken} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {children}
      <button type="submit" class={quiet ? 'quietly' : undefined}>
        {label}
      </button>
    </form>
  );
}
