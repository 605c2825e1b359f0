import type { JSX } from 'preact';
import type { Named } from '../named.js';
import type { Words } from '../words.js';

/** Where the figures of an accepted submission are seen. */
export function CountryLinks({
  areas,
  words,
}: {
  readonly areas: readonly Named[];
  readonly words: Words;
}): JSX.Element {
  return (
    <section id="accepted">
      <p>{words.t('own.accepted', { count: areas.length })}</p>
      <ul class="plain">
        {areas.map(({ code, name }) => (
          <li key={code}>
            <a href={words.to('countries', code)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
