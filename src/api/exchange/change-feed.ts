import { Feed } from 'feed';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { text } from '../edge/html.js';

/** Something that changed, as an entry of a feed. */
export interface ChangeEntry {
  /** Tells it from all others of this installation, e.g. `revision/7/country/KEN`. */
  readonly name: string;
  readonly at: Date;
  readonly title: string;
  readonly about: string;
  /** Path of the page that shows it. */
  readonly page: string;
}

/** What changed, newest first. */
export interface ChangeFeed {
  readonly title: string;
  /** Where readers reach this installation, without a slash at the end. */
  readonly base: string;
  /** Path of the feed itself. */
  readonly path: string;
  /** Path of the page about the same. */
  readonly page: string;
  readonly entries: readonly ChangeEntry[];
}

const MOST_ENTRIES = 50;

/** As an Atom document. Sources: RFC 4287; RFC 4151 for names that stay. */
export function changeFeedText({ title, base, path, page, entries }: ChangeFeed, language: Language): string {
  const newest = entries
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, MOST_ENTRIES);
  const feed = new Feed({
    id: base + path,
    link: base + page,
    feedLinks: { atom: base + path },
    title: inXml(title),
    updated: newest[0]?.at ?? new Date(0),
    author: { name: translate(language, 'notice.feed.author') },
    generator: false,
  });
  const { host } = new URL(base);
  for (const { name, at, title: said, about, page: shown } of newest) {
    feed.addItem({
      id: `tag:${host},${at.toISOString().slice(0, 10)}:${name}`,
      link: base + shown,
      title: text(inXml(said)),
      date: at,
      content: text(inXml(about)),
    });
  }
  return feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `);
}

/** Without characters that XML 1.0 does not know, not even escaped. */
function inXml(plain: string): string {
  // eslint-disable-next-line no-control-regex -- they are what it is about
  return plain.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
