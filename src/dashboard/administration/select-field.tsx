import type { JSX } from 'preact';
import type { Fault } from '../fault.js';
import type { Named } from '../named.js';
import { Options } from '../parts/choose-coverage.js';

/** A field to choose one thing of a list; its name is its id. */
export function SelectField({
  id,
  label,
  of,
  chosen,
  none,
  required = false,
  fault,
}: {
  readonly id: string;
  readonly label: string;
  readonly of: readonly Named[];
  readonly chosen?: string | undefined;
  /** What stands there while nothing is chosen; absent: something always is. */
  readonly none?: string | undefined;
  readonly required?: boolean;
  readonly fault?: Fault | undefined;
}): JSX.Element {
  const isWrong = fault?.field === id || fault?.lines.some(({ field }) => field === id) === true;
  return (
    <p>
      <label for={id}>{label}</label>
      <select
        id={id}
        name={id}
        required={required}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'fault' : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        <Options of={of} chosen={chosen} />
      </select>
    </p>
  );
}
