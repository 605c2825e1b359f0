import type { JSX } from 'preact';
import type { LookUp } from '../../catalogue/look-up.js';
import { followedName, followedPage, type Followed } from '../../reports/following/followed.js';
import type { FollowerState } from '../../reports/following/follower.js';
import { Layout, type Frame } from '../layout.js';

interface FollowerPageProps {
  readonly frame: Frame;
  readonly lookUp: LookUp;
  readonly token: string;
  /** Absent: all of it was stopped, and the address is erased. */
  readonly follower: FollowerState | undefined;
}

/** What somebody finds behind the link of a mail: what they follow, to confirm and to stop. */
export function FollowerPage(props: FollowerPageProps): JSX.Element {
  const { frame, token, follower } = props;
  const { words } = frame;
  const of = (isConfirmed: boolean): readonly Followed[] =>
    (follower?.follows ?? [])
      .filter((one) => one.isConfirmed === isConfirmed)
      .map(({ followed }) => followed);
  return (
    <Layout frame={frame} title={words.t('following.manage.title')}>
      <h1>{words.t('following.manage.title')}</h1>
      {follower === undefined ? (
        <p class="lede" role="status">
          {words.t('following.manage.ended')}
        </p>
      ) : (
        <>
          <Waiting {...props} follows={of(false)} />
          <Confirmed {...props} follows={of(true)} />
          <form action={words.to('follow', token, 'removal')} method="post">
            <button type="submit" class="quietly">
              {words.t('following.manage.stopAll')}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={words.to('follow')}>{words.t('following.manage.more')}</a>
      </p>
    </Layout>
  );
}

type PartProps = FollowerPageProps & { readonly follows: readonly Followed[] };

function Waiting({ frame: { words }, lookUp, token, follows }: PartProps): JSX.Element | null {
  if (follows.length === 0) return null;
  return (
    <form action={words.to('follow', token, 'confirmation')} method="post">
      <p class="lede">{words.t('following.manage.waiting')}</p>
      <ul>
        {follows.map((followed) => (
          <li key={followed}>{followedName(followed, lookUp, words.language)}</li>
        ))}
      </ul>
      <button type="submit">{words.t('following.manage.confirm')}</button>
    </form>
  );
}

function Confirmed({ frame: { words }, lookUp, token, follows }: PartProps): JSX.Element | null {
  if (follows.length === 0) return null;
  return (
    <form action={words.to('follow', token, 'removal')} method="post">
      <p>{words.t('following.manage.lede')}</p>
      <ul class="plain">
        {follows.map((followed) => {
          const name = followedName(followed, lookUp, words.language);
          return (
            <li key={followed}>
              <a href={`/${words.language}/${followedPage(followed)}`}>{name}</a>{' '}
              <button
                type="submit"
                class="quietly"
                name="followed"
                value={followed}
                aria-label={words.t('following.manage.stopOne', { name })}
              >
                {words.t('following.manage.stop')}
              </button>
            </li>
          );
        })}
      </ul>
    </form>
  );
}
