import type { JSX } from 'preact';
import type { Frame } from '../frame.js';

/** Where to write to about the installation; says so where its operator names no address. */
export function ContactLine({ frame: { words, operator } }: { readonly frame: Frame }): JSX.Element {
  const { contact } = operator;
  if (contact === undefined) return <p>{words.t('accessibility.noContact')}</p>;
  return (
    <p>
      {words.t('accessibility.reportTo')}{' '}
      <a href={contact}>
        <bdi>{contact.replace(/^mailto:/, '')}</bdi>
      </a>
    </p>
  );
}
