import type { JSX } from 'preact';
import type { Difference, Setting } from '../../scoring/explanation/score-change.js';
import type { Words } from '../words.js';

export interface SettingTableProps {
  readonly settings: readonly Difference[];
  /** Ids of the releases. */
  readonly from: string;
  readonly to: string;
  readonly words: Words;
}

/** So many are shown; all are in the files. */
const SHOWN = 100;

/** What differs in method and catalogue. */
export function SettingTable({ settings, from, to, words }: SettingTableProps): JSX.Element {
  if (settings.length === 0) return <p>{words.t('diff.noSettings')}</p>;
  return (
    <>
      <table class="lines twofold">
        <caption>{words.t('diff.settingsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('diff.setting')}</th>
            {[from, to].map((id) => (
              <th key={id} scope="col">
                {words.t('diff.before', { id })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.slice(0, SHOWN).map(({ cause, what, before, after }) => (
            <tr key={`${cause} ${what}`}>
              <th scope="row">
                <code dir="ltr">{what}</code> <span class="unit">{words.t(`diff.cause.${cause}`)}</span>
              </th>
              <td data-label={words.t('diff.before', { id: from })}>{said(before, words)}</td>
              <td data-label={words.t('diff.before', { id: to })}>{said(after, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {settings.length > SHOWN && (
        <p class="quiet">{words.t('diff.moreSettings', { count: settings.length - SHOWN })}</p>
      )}
    </>
  );
}

function said(setting: Setting | undefined, words: Words): string {
  if (setting === undefined) return words.t('diff.none');
  return typeof setting === 'number' ? words.exact(setting) : String(setting);
}
