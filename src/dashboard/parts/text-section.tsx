import type { ComponentChildren, JSX } from 'preact';
import type { Words } from '../words.js';

/**
 * A section of a page of plain text: the message `<of>.title` as its head, and `<of>.1`, `<of>.2`... as paragraphs or
 * points of a list.
 */
export function TextSection({
  words,
  of,
  points = false,
  children,
}: {
  readonly words: Words;
  readonly of: string;
  readonly points?: boolean;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const texts = textsOf(words, of);
  return (
    <section>
      <h2 id={of.split('.').at(-1)}>{words.t(`${of}.title`)}</h2>
      {points ? (
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        texts.map((text) => <p key={text}>{text}</p>)
      )}
      {children}
    </section>
  );
}

function textsOf(words: Words, of: string): readonly string[] {
  const texts: string[] = [];
  for (let at = 1; words.has(`${of}.${String(at)}`); at += 1) texts.push(words.t(`${of}.${String(at)}`));
  return texts;
}
