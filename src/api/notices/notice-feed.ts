import { Feed } from 'feed';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { NoticeOnSubmission } from '../../submissions/notices/notice.js';
import { noticeWords } from '../../submissions/notices/notice-words.js';
import { text } from '../edge/html.js';

/** A feed of notices. */
export interface NoticeFeed {
  readonly title: string;
  /** Where readers reach this installation, without a slash at the end. */
  readonly base: string;
  /** Path of the feed, without any secret. */
  readonly path: string;
  /** Path of the page about the same. */
  readonly page: string;
  /** Newest first. */
  readonly notices: readonly NoticeOnSubmission[];
}

/** Characters that XML 1.0 does not know, not even escaped. */
// eslint-disable-next-line no-control-regex -- they are what it is about
const UNKNOWN_TO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The feed as an Atom document. Source: RFC 4287. */
export function atomText({ title, base, path, page, notices }: NoticeFeed, language: Language): string {
  const feed = new Feed({
    id: base + path,
    link: base + page,
    title: title.replaceAll(UNKNOWN_TO_XML, ''),
    updated: notices[0]?.createdAt ?? new Date(0),
    author: { name: translate(language, 'notice.feed.author') },
    generator: false,
  });
  for (const notice of notices) {
    const { id, receipt, createdAt, communityName: community, fileName: file = receipt } = notice;
    const words = noticeWords(language, notice);
    feed.addItem({
      id: `${base}/api/v1/submissions/${receipt}#notice-${String(id)}`,
      link: `${base}/${language}/submissions/${receipt}`,
      title: html(translate(language, 'notice.feed.entry', { title: words.title, file })),
      date: createdAt,
      content: html(translate(language, 'notice.feed.content', { ...words, file, community })),
    });
  }
  return feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `);
}

/** The library hands titles and contents on as HTML. */
function html(plain: string): string {
  return text(plain.replaceAll(UNKNOWN_TO_XML, ''));
}
