import type { JSX } from 'preact';
import type { Words } from '../words.js';

/** Asks for a key, and has the button that sends it. */
export function KeyField({
  words,
  button,
  isRefused,
}: {
  readonly words: Words;
  readonly button: string;
  /** A key was given that is not in force. */
  readonly isRefused: boolean;
}): JSX.Element {
  return (
    <>
      {isRefused && (
        <p class="fault" id="key-fault" role="alert">
          {words.t('signIn.refused')}
        </p>
      )}
      <label for="key">{words.t('signIn.key')}</label>
      <div class="row">
        <input
          id="key"
          name="key"
          type="password"
          dir="ltr"
          autocomplete="current-password"
          spellcheck={false}
          required
          maxLength={256}
          autofocus={isRefused}
          aria-invalid={isRefused ? 'true' : undefined}
          aria-describedby={isRefused ? 'key-fault key-hint' : 'key-hint'}
        />
        <button type="submit">{button}</button>
      </div>
      <p class="remark" id="key-hint">
        {words.t('signIn.hint')}
      </p>
    </>
  );
}
