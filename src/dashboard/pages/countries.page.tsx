import type { JSX } from 'preact';
import type { OverviewReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import { CountrySearch } from '../parts/country-search.js';
import { CountryLevels } from '../parts/country-levels.js';

interface CountriesPageProps {
  readonly frame: Frame;
  readonly report: OverviewReport;
  /** Regional groups in the order of the catalogue. */
  readonly regions: readonly Named[];
}

/** All countries by region, in alphabetical order, with where each stands on every principle. */
export function CountriesPage({ frame, report, regions }: CountriesPageProps): JSX.Element {
  const { words, named } = frame;
  const { areas, principles } = report;
  const isIn = (code: string | undefined) => (area: { readonly group?: string }) => area.group === code;
  const inNone = areas.filter(({ group }) => !regions.some(({ code }) => code === group));
  return (
    <Layout frame={frame} title={words.t('countries.title')} section="countries" api="reports/overview">
      <h1>{words.t('countries.title')}</h1>
      <p class="lede">{words.t('countries.lede', { count: areas.length })}</p>
      <CountrySearch words={words} />
      <p class="quiet">{words.t('countries.howToRead', { year: words.year(report.asOfYear) })}</p>
      <ol class="levels-hues">
        {principles.map((principle, position) => (
          <li key={principle.code} class={`hue-${String(position)}`}>
            {named('principle', principle)}
          </li>
        ))}
      </ol>
      {regions.map(({ code, name }) => (
        <section key={code}>
          <h2>
            <a href={words.to('regions', code)}>{named('group', { code, name })}</a>
          </h2>
          <CountryLevels frame={frame} areas={areas.filter(isIn(code))} principles={principles} />
        </section>
      ))}
      {inNone.length > 0 && (
        <section>
          <h2>{words.t('countries.ungrouped')}</h2>
          <CountryLevels frame={frame} areas={inNone} principles={principles} />
        </section>
      )}
    </Layout>
  );
}
