import type { JSX } from 'preact';
import type { Fault } from '../fault.js';
import type { Words } from '../words.js';

/** Boxes to tick roles in. They are sent as `role`, once for each. */
export function RoleBoxes({
  id,
  legend,
  roles,
  held,
  fault,
  words,
}: {
  /** Tells them from other boxes on the page. */
  readonly id: string;
  readonly legend: string;
  readonly roles: readonly string[];
  /** Those that are ticked. */
  readonly held: readonly string[];
  readonly fault?: Fault | undefined;
  readonly words: Words;
}): JSX.Element {
  return (
    <fieldset id={id} aria-describedby={fault?.field === id ? 'fault' : undefined}>
      <legend>{legend}</legend>
      {roles.map((role) => (
        <label class="choice" key={role}>
          <input type="checkbox" name="role" value={role} checked={held.includes(role)} />{' '}
          {words.t(`role.${role}`)}
        </label>
      ))}
    </fieldset>
  );
}
