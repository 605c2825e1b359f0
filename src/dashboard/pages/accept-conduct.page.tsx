import type { JSX } from 'preact';
import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';
import { Layout, type Frame } from '../layout.js';
import type { Visitor } from '../visitor.js';

/** Where somebody who is signed in accepts the Code of Conduct as it stands, once, before they write. */
export function AcceptConductPage({
  frame,
  visitor,
  back,
  isUnticked = false,
}: {
  readonly frame: Frame;
  readonly visitor: Visitor;
  /** Where they were going. */
  readonly back: string;
  readonly isUnticked?: boolean;
}): JSX.Element {
  const { words } = frame;
  const { version, date } = CODE_OF_CONDUCT;
  const { conduct } = visitor.actor;
  return (
    <Layout frame={frame} title={words.t('acceptance.title')} section="conduct">
      <h1>{words.t('acceptance.title')}</h1>
      <p class="lede">{words.t('acceptance.lede', { version, day: words.day(date) })}</p>
      {conduct !== undefined && conduct.version !== version && (
        <p>
          {words.t('acceptance.again', {
            version: conduct.version,
            day: words.day(conduct.acceptedAt.toISOString()),
          })}
        </p>
      )}
      <p>
        <a href={words.to('conduct')}>{words.t('wording.toConduct')}</a>
      </p>
      <p>{words.t('acceptance.figures')}</p>
      <form action={words.to('conduct', 'acceptance')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <input type="hidden" name="to" value={back} />
        <input type="hidden" name="version" value={version} />
        <label class="choice" for="agree">
          <input
            id="agree"
            type="checkbox"
            name="agree"
            value="yes"
            required
            aria-invalid={isUnticked ? 'true' : undefined}
            aria-describedby={isUnticked ? 'agree-fault' : undefined}
          />{' '}
          {words.t('acceptance.agree', { version })}
        </label>
        {isUnticked && (
          <p class="remark" id="agree-fault" role="alert">
            {words.t('acceptance.unticked')}
          </p>
        )}
        <p>
          <button type="submit">{words.t('acceptance.accept')}</button>{' '}
          <a href={words.to()}>{words.t('acceptance.later')}</a>
        </p>
      </form>
    </Layout>
  );
}
