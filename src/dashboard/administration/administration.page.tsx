import type { JSX } from 'preact';
import type { KnownKey } from '../../access/api-key.js';
import { AdministrationFrame, type AdministrationProps } from './administration-frame.js';
import { KeyLedger } from './key-ledger.js';

/** What waits for an administrator, and the ways to the rest. */
export function AdministrationPage(
  props: AdministrationProps & {
    /** Keys that end soon. */
    readonly ending: readonly KnownKey[];
    /** How many communities are not confirmed. */
    readonly waiting: number;
  },
): JSX.Element {
  const { frame, ending, waiting } = props;
  const { words } = frame;
  return (
    <AdministrationFrame {...props} section="administration" title={words.t('administration.title')}>
      <p class="lede">{words.t('administration.lede')}</p>
      <ul>
        {(['communities', 'contributors', 'keys'] as const).map((section) => (
          <li key={section}>
            <a href={words.to('administration', section)}>{words.t(`administration.${section}`)}</a>:{' '}
            {words.t(`administration.${section}Lede`)}
          </li>
        ))}
        <li>
          <a href={words.to('audit')}>{words.t('audit.title')}</a>: {words.t('audit.short')}
        </li>
      </ul>
      <h2>{words.t('administration.ending', { count: ending.length })}</h2>
      <KeyLedger keys={ending} words={words} />
      <h2>{words.t('administration.waiting', { count: waiting })}</h2>
      {waiting > 0 && (
        <p>
          <a href={`${words.to('administration', 'communities')}?state=hidden`}>
            {words.t('administration.waitingList')}
          </a>
        </p>
      )}
    </AdministrationFrame>
  );
}
