import type { JSX } from 'preact';
import type { Notice } from '../../submissions/notices/notice.js';
import { noticeWords } from '../../submissions/notices/notice-words.js';
import type { Words } from '../words.js';

/** What happened to a submission, oldest first. */
export function NoticeList({
  notices,
  words,
}: {
  readonly notices: readonly Notice[];
  readonly words: Words;
}): JSX.Element {
  return (
    <ol class="notices">
      {notices.map((notice) => {
        const { title, text } = noticeWords(words.language, notice);
        return (
          <li key={notice.id}>
            <strong>{title}</strong>{' '}
            <time class="quiet" dateTime={notice.createdAt.toISOString()}>
              {words.day(notice.createdAt.toISOString())}
            </time>
            <span class="sentence">{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
