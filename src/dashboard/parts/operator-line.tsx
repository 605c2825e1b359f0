import type { JSX } from 'preact';
import type { OperatorFacts } from '../operator-facts.js';
import type { Words } from '../words.js';

/** Who runs the installation, and what they say of its independence; our own sentence where they say nothing. */
export function OperatorLine({
  operator: { name, url, disclaimer, logo },
  words,
}: {
  readonly operator: OperatorFacts;
  readonly words: Words;
}): JSX.Element {
  return (
    <>
      {logo !== undefined && (
        <p>
          <img class="logo" src={logo} alt={name ?? ''} />
        </p>
      )}
      {name !== undefined && (
        <p>
          {words.t('footer.operator')} {url === undefined ? <bdi>{name}</bdi> : <a href={url}>{name}</a>}
        </p>
      )}
      <p dir={disclaimer === undefined ? undefined : 'auto'}>{disclaimer ?? words.t('footer.independent')}</p>
    </>
  );
}
