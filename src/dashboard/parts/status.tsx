import type { JSX } from 'preact';
import type { Direction, Status } from '../../scoring/score.js';
import type { Words } from '../words.js';

/** A shape for each status and direction, so that colour is never the only carrier. 12 x 12, drawn left to right. */
const shapes: Readonly<Record<Status | Direction, JSX.Element>> = {
  target_met: <circle cx="6" cy="6" r="5" />,
  on_track: <path d="M6 1 10.5 6H7.4v5H4.6V6H1.5z" />,
  needs_acceleration: <path d="M10.5 1.5V8L8.2 5.7 3.4 10.5 1.5 8.6 6.3 3.8 4 1.5z" />,
  limited: <path d="M11 6 6 10.5V7.4H1V4.6h5V1.5z" />,
  regressing: <path d="M6 11 1.5 6h3.1V1h2.8v5h3.1z" />,
  target_missed: <path d="M1.5 1.5h9v9h-9z" />,
  not_assessable: <circle class="hollow" cx="6" cy="6" r="4.5" />,
  improving: <path d="M10.5 1.5V8L8.2 5.7 3.4 10.5 1.5 8.6 6.3 3.8 4 1.5z" />,
  steady: <path d="M11 6 6 10.5V7.4H1V4.6h5V1.5z" />,
  declining: <path d="M10.5 10.5H4l2.3-2.3-4.8-4.8 1.9-1.9 4.8 4.8L10.5 4z" />,
};

/** The shapes, once a page; `Mark` points at them. */
export function StatusShapes(): JSX.Element {
  return (
    <svg class="shapes" width="0" height="0" aria-hidden="true">
      {Object.entries(shapes).map(([name, shape]) => (
        <symbol key={name} id={`s-${name}`} viewBox="0 0 12 12">
          {shape}
        </symbol>
      ))}
    </svg>
  );
}

/** A status or direction as a shape and a word. */
export function Mark({ of, words }: { readonly of: Status | Direction; readonly words: Words }): JSX.Element {
  return (
    <span class={`mark mark-${of}`}>
      <Shape of={of} /> {words.t(`status.${of}`)}
    </span>
  );
}

/** The shape of a status or direction, where the word stands elsewhere. */
export function Shape({ of }: { readonly of: Status | Direction }): JSX.Element {
  return (
    <svg class="shape" width="12" height="12" aria-hidden="true">
      <use href={`#s-${of}`} />
    </svg>
  );
}
