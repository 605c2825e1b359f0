import type { JSX } from 'preact';
import type { Words } from '../words.js';

interface LinkedListProps {
  readonly words: Words;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** Links as one enumeration in the manner of the language: "a, b and c". */
export function LinkedList({ words, links }: LinkedListProps): JSX.Element {
  const places = links.map((_, position) => `\u{e000}${String(position)}\u{e001}`);
  const parts = words.list(places).split(/\u{e000}(\d+)\u{e001}/u);
  return (
    <>
      {parts.map((part, position) => {
        const link = position % 2 === 1 ? links[Number(part)] : undefined;
        return link === undefined ? (
          part
        ) : (
          <a key={link.href} href={link.href}>
            {link.text}
          </a>
        );
      })}
    </>
  );
}
