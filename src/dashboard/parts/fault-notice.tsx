import type { JSX } from 'preact';
import type { Fault } from '../fault.js';
import type { Words } from '../words.js';
import { Place } from './place.js';

/** Says at the head of a page what its form could not do, and leads to the fields to look at. The page opens with it. */
export function FaultNotice({
  fault,
  words,
  isSample = false,
}: {
  readonly fault: Fault | undefined;
  /** Only shows what one looks like, and calls nobody. */
  readonly isSample?: boolean;
  readonly words: Words;
}): JSX.Element | null {
  if (fault === undefined) return null;
  const { title, detail, lines, field } = fault;
  return (
    <section class="fault" id="fault" {...(isSample ? {} : { role: 'alert', tabIndex: -1, autofocus: true })}>
      <h2>{title}</h2>
      <p>{field === undefined ? detail : <a href={`#${field}`}>{detail}</a>}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line, index) => (
            <li key={index}>
              {line.row !== undefined && <Place row={line.row} column={line.column} words={words} />}{' '}
              {line.field === undefined ? line.detail : <a href={`#${line.field}`}>{line.detail}</a>}{' '}
              {line.hint}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
