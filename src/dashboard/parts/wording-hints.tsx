import { h, type JSX } from 'preact';
import { MOST_HINTS } from '../../communities/conduct/hints.js';
import { HINTS_SEEN, type FieldHints } from '../field-hints.js';
import type { Frame } from '../layout.js';

interface WordingHintsProps {
  readonly frame: Pick<Frame, 'words' | 'assets'>;
  /** What is worth a look in what was sent: the form is shown again with it, once. */
  readonly found?: readonly FieldHints[] | undefined;
  /** The State that speaks about itself, ISO 3166-1 alpha-3. */
  readonly about?: string | undefined;
  /** Whether the form asks for evidence beside the text. */
  readonly hasEvidence?: boolean;
}

/**
 * Inside a form with texts: hints on how they are worded, which hold nothing back. With script they come while somebody
 * writes; without, the form comes back with them once, and is then taken as it is.
 */
export function WordingHints({ frame, found, about, hasEvidence }: WordingHintsProps): JSX.Element {
  const { words, assets } = frame;
  const counts = Array.from({ length: MOST_HINTS + 1 }, (_, count) => words.t('wording.live', { count }));
  return (
    <>
      {found !== undefined && found.length > 0 && <Found found={found} words={words} />}
      {h('iww-wording', {
        'data-about': about,
        'data-evidence': hasEvidence === true ? 'yes' : undefined,
        'data-counts': JSON.stringify(counts),
        'data-instead': words.t('wording.instead'),
      })}
      <script type="module" src={assets['wording.js']} />
    </>
  );
}

function Found({
  found,
  words,
}: {
  readonly found: readonly FieldHints[];
  readonly words: Frame['words'];
}): JSX.Element {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  const count = found.reduce((sum, { hints }) => sum + hints.length, 0);
  return (
    <section id="wording" role="status" tabIndex={-1} autofocus>
      <h2>{words.t('wording.title', { count })}</h2>
      <p>
        {words.t('wording.lede')} <a href={words.to('conduct')}>{words.t('wording.toConduct')}</a>
      </p>
      {found.map(({ field, language, hints }) => (
        <div key={field}>
          <p>
            <a href={`#${field}`}>{words.t('wording.in', { field: names.of(language) ?? language })}</a>
          </p>
          <ul>
            {hints.map(({ kind, quoted }, index) => (
              <li key={index}>
                {words.t(`wording.${kind}`, { quoted })} <strong>{words.t('wording.instead')}</strong>{' '}
                {words.t(`wording.${kind}.instead`, { quoted })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>{words.t('wording.sendHint')}</p>
      <input type="hidden" name={HINTS_SEEN} value="seen" />
      <button type="submit" class="quietly">
        {words.t('wording.sendAnyway')}
      </button>
    </section>
  );
}
