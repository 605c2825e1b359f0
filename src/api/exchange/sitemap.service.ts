import { Injectable } from '@nestjs/common';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { Readable } from 'node:stream';
import { languages, sourceLanguage, type Language } from '../../language/language.js';
import { readMethodChapters } from '../../reports/method-chapters.js';
import type { ReportSources } from '../../reports/report-sources.js';
import type { Release } from '../../scoring/releases/release.js';
import { RouteTable } from '../edge/route-table.js';
import { sitePages } from './site-pages.js';

/** What there are pages about. */
export interface SiteState {
  readonly sources: ReportSources;
  /** The published ones. */
  readonly releases: readonly Release[];
  /** Where readers reach this installation, without a slash at the end. */
  readonly base: string;
}

/** Maps of the pages for search engines. Source: sitemaps.org, protocol 0.9. */
@Injectable()
export class SitemapService {
  private chapters: readonly string[] | undefined;

  constructor(private readonly routes: RouteTable) {}

  /** Where the map of each language stands. @param base of this installation, without a slash at the end */
  async index(base: string): Promise<string> {
    const maps = languages.map((language) => ({ url: `${base}/sitemaps/${language}.xml` }));
    return written(Readable.from(maps).pipe(new SitemapIndexStream()));
  }

  /** All pages of a language, with the same page in the others. */
  async pages({ sources, releases, base }: SiteState, language: Language): Promise<string> {
    this.chapters ??= readMethodChapters().map(({ code }) => code);
    const paths = sitePages(sources, releases, this.chapters, this.routes.all());
    const addressIn = (lang: Language, path: string): string => `${base}/${lang}${path === '' ? '/' : path}`;
    const entries = paths.map((path) => ({
      url: addressIn(language, path),
      links: [
        ...languages.map((lang) => ({ lang, url: addressIn(lang, path) })),
        { lang: 'x-default', url: addressIn(sourceLanguage, path) },
      ],
    }));
    return written(Readable.from(entries).pipe(new SitemapStream({ hostname: base })));
  }
}

async function written(stream: Parameters<typeof streamToPromise>[0]): Promise<string> {
  return (await streamToPromise(stream)).toString('utf8');
}
