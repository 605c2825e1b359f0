import { Injectable } from '@nestjs/common';
import type { Language } from '../../language/language.js';
import type { MethodChapter } from '../method-chapter.js';
import { readMethodChapters } from '../method-chapters.js';
import { ReportMemory } from '../report-memory.js';
import type { ReportSources } from '../report-sources.js';
import { searchEntries } from './search-entries.js';
import type { SearchHit } from './search-entry.js';
import { searchIndex, type SearchIndex } from './search-index.js';

/** Finds what has a page. The index is made when it is first asked, and anew when what has names changes. */
@Injectable()
export class SearchService {
  private readonly indexes = new ReportMemory(1);
  private chapters: readonly MethodChapter[] | undefined;

  /**
   * @param sources in which state of catalogue and communities
   * @param most so many are told
   * @returns as `SearchIndex.ask`; nothing for a question without a letter or digit
   */
  find(question: string, language: Language, most: number, sources: ReportSources): readonly SearchHit[] {
    return this.indexOf(sources).ask(question, language, most);
  }

  private indexOf({ lookUp, communities }: ReportSources): SearchIndex {
    const bodies = [...communities.values()];
    const names = JSON.stringify(
      bodies.map(({ code, name, acronym, hidden }) => [code, name, acronym, hidden]),
    );
    this.chapters ??= readMethodChapters();
    const { catalogue } = lookUp;
    const { chapters } = this;
    return this.indexes.remember(lookUp, names, () =>
      searchIndex(searchEntries(catalogue, bodies, chapters)),
    );
  }
}
