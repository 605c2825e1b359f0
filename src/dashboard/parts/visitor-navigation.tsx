import type { JSX } from 'preact';
import { hasGlobalRole, isReviewer } from '../../access/actor.js';
import { isModerator } from '../../communities/community-actor.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';

/** What stands above the pages of somebody who is signed in: their pages, and the way out. */
export function VisitorNavigation({
  words,
  visitor: { actor, formToken },
}: {
  readonly words: Words;
  readonly visitor: Visitor;
}): JSX.Element {
  const oversees = hasGlobalRole(actor, 'administrator') || hasGlobalRole(actor, 'auditor');
  const reviews = isReviewer(actor) || oversees;
  return (
    <nav class="own" aria-label={words.t('session.navigation')}>
      <ul>
        <li>
          <a href={words.to('contribute')}>{words.t('session.contribute')}</a>
        </li>
        <li>
          <a href={words.to('submissions')}>{words.t('session.submissions')}</a>
        </li>
        <li>
          <a href={words.to('notices')}>{words.t('notices.link.navigation')}</a>
        </li>
        <li>
          <a href={words.to('statements')}>{words.t('statements.ownTitle')}</a>
        </li>
        {isModerator(actor) && (
          <li>
            <a href={words.to('moderation', 'waiting')}>{words.t('moderation.title')}</a>
          </li>
        )}
        {reviews && (
          <li>
            <a href={words.to('review')}>{words.t('session.review')}</a>
          </li>
        )}
        {hasGlobalRole(actor, 'publisher') && (
          <li>
            <a href={words.to('releases')}>{words.t('releases.title')}</a>
          </li>
        )}
        {oversees && (
          <>
            <li>
              <a href={words.to('administration')}>{words.t('administration.title')}</a>
            </li>
            <li>
              <a href={words.to('audit')}>{words.t('audit.title')}</a>
            </li>
          </>
        )}
        <li>
          <a href={words.to('account')}>{words.t('account.navigation')}</a>
        </li>
        <li>
          <form action={words.to('sign-out')} method="post">
            <input type="hidden" name="_token" value={formToken} />
            <button type="submit" class="link">
              {words.t('session.signOut')}
            </button>
          </form>
        </li>
      </ul>
    </nav>
  );
}
