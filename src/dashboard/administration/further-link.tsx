import type { JSX } from 'preact';
import type { Words } from '../words.js';

/** Leads on to the rest of a list that was chosen by a query. */
export function FurtherLink({
  words,
  page,
  query,
}: {
  readonly words: Words;
  readonly page: string;
  /** `after` says where this page ends; absent: it is the last. */
  readonly query: Readonly<Record<string, string | undefined>> & { readonly after: string | undefined };
}): JSX.Element | null {
  if (query.after === undefined) return null;
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (
    <p>
      <a href={`${page}?${new URLSearchParams(asked).toString()}`}>{words.t('administration.further')}</a>
    </p>
  );
}
