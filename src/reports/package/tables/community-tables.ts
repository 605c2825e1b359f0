import type { Community } from '../../../communities/community.js';
import type { Statement } from '../../../communities/statement.js';
import { integer, key, REQUIRED, text, type PackageTable } from '../package-table.js';

/** Who sent figures or replied to them: what is public of them, nobody's name. @param senders codes */
export function communitiesTable(
  communities: ReadonlyMap<string, Community>,
  senders: ReadonlySet<string>,
): PackageTable {
  return {
    name: 'communities',
    title: 'Communities',
    description: 'Those that figures or statements in this package come from.',
    fields: [
      text('code', 'Its code', REQUIRED),
      text('name', 'Its name', REQUIRED),
      text('acronym', 'Its acronym'),
      text('kind', 'What it is', REQUIRED),
      text('areas', 'Codes of the areas it stands for, with spaces between them'),
      text('region', 'Its region'),
      integer('established', 'Year of its first meeting'),
      text('website', 'Its website'),
    ],
    primaryKey: ['code'],
    rows: [...senders].sort().map((code) => {
      const known = communities.get(code);
      if (known === undefined || known.hidden)
        return { code, name: known?.name ?? code, kind: known?.kind ?? 'other' };
      const { name, acronym, kind, areas, region, established, website } = known;
      return { code, name, acronym, kind, areas: areas.join(' '), region, established, website };
    }),
  };
}

/** What States and communities reply to the figures, in each language they gave it in. */
export function statementsTable(statements: readonly Statement[]): PackageTable {
  return {
    name: 'statements',
    title: 'Statements',
    description:
      'Replies of States and communities to figures and pages about them, as published. They are theirs, not ours.',
    fields: [
      text('id', 'Id of the statement', REQUIRED),
      text('language', 'Language of the text', REQUIRED),
      key('area', 'areas.code', 'Country or area it is about'),
      text('subject', 'What it replies to', REQUIRED),
      text('by_kind', 'Who speaks', { required: true, enum: ['state', 'community'] }),
      text('by_name', 'Name of the State or community', REQUIRED),
      text('community', 'Code of the community it was sent through', { refers: 'communities.code' }),
      text('text', 'What they say', REQUIRED),
      text('published_at', 'When it was published, RFC 3339', REQUIRED),
      text('release', 'The release it speaks about'),
    ],
    primaryKey: ['id', 'language'],
    rows: [...statements]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, area, subject, by, texts, publishedAt, releaseId }) =>
        Object.entries(texts)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([language, words]) => ({
            id,
            language,
            area,
            subject,
            by_kind: by.kind,
            by_name: by.name,
            community: by.community,
            text: words,
            published_at: publishedAt,
            release: releaseId,
          })),
      ),
  };
}
