import type { JSX } from 'preact';
import type { Fault } from '../fault.js';

/** A field for one line of text, what is wrong with it beside it. Its name is its id. */
export function TextField({
  id,
  label,
  hint,
  value,
  fault,
  type = 'text',
  ...input
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly fault?: Fault | undefined;
  readonly type?: 'text' | 'url' | 'number' | 'date';
  readonly dir?: 'auto' | 'ltr';
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}): JSX.Element {
  const lines = fault?.lines.filter(({ field }) => field === id) ?? [];
  const isWrong = lines.length > 0 || fault?.field === id;
  const about = [
    ...(lines.length > 0 ? [`${id}-fault`] : isWrong ? ['fault'] : []),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ].join(' ');
  return (
    <p>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        value={value}
        dir="auto"
        autocomplete="off"
        {...{ ...input, type: type as 'text' }}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={about === '' ? undefined : about}
      />
      {lines.length > 0 && (
        <span class="remark" id={`${id}-fault`}>
          {lines.map(({ detail, hint: mend }) => `${detail} ${mend}`).join(' ')}
        </span>
      )}
      {hint !== undefined && (
        <span class="remark" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  );
}
