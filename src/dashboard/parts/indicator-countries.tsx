import type { JSX } from 'preact';
import type { AreaGroup } from '../../catalogue/catalogue.js';
import type { IndicatorReport } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import { ByRegion } from './by-region.js';
import { ContributeLink } from './contribute-link.js';
import type { Words } from '../words.js';
import { InEnglish } from './in-english.js';
import { FigureCells, FigureHeads, sourceOf } from './indicator-table.js';

interface IndicatorCountriesProps {
  readonly report: IndicatorReport;
  readonly groups: readonly AreaGroup[];
  /** In the language of the page. */
  readonly name: string;
  readonly frame: Frame;
}

type Line = IndicatorReport['areas'][number] & { readonly name: string };

/** The latest figure of every country by region and name, and after them those without one and how to add it. */
export function IndicatorCountries({ report, groups, name, frame }: IndicatorCountriesProps): JSX.Element {
  const { words, unit } = frame;
  const { indicator } = report;
  const lines = report.areas.map((line): Line => ({
    ...line,
    name: words.area({ code: line.area, name: line.areaName }),
  }));
  const sources = [...new Set(lines.flatMap((line) => sourceOf(line) ?? []))];
  const hasSources = sources.length > 1 || lines.some(({ assessment }) => assessment !== undefined);
  const [only = ''] = hasSources ? [] : sources;
  return (
    <>
      <p class="quiet">
        {words.t('indicator.tableCaption', { unit: unit(indicator.unit) })}{' '}
        {only !== '' && <OneSource source={only} words={words} />}
      </p>
      <ByRegion
        things={lines}
        areaOf={({ area }) => area}
        isKnown={({ figure }) => figure !== undefined}
        groups={groups}
        frame={frame}
      >
        {(own, region) => (
          <>
            <Known own={own} region={region} frame={frame} hasSources={hasSources} />
            <Unknown own={own} indicator={{ code: indicator.code, name }} frame={frame} />
          </>
        )}
      </ByRegion>
    </>
  );
}

/** Stands for the name of the source in its sentence. */
const NAME = '\u0000';

/** A sentence in the language of the page around a name that stays as it is. */
function OneSource({ source, words }: { readonly source: string; readonly words: Words }): JSX.Element {
  const [before, after] = words.t('indicator.oneSource', { source: NAME }).split(NAME);
  return (
    <>
      {before}
      <InEnglish words={words}>{source}</InEnglish>
      {after}
    </>
  );
}

function Known({
  own,
  region,
  hasSources,
  frame: { words },
}: {
  readonly own: readonly Line[];
  readonly region: string;
  readonly hasSources: boolean;
  readonly frame: Frame;
}): JSX.Element | null {
  const known = own.filter(({ figure }) => figure !== undefined);
  if (known.length === 0) return null;
  return (
    <table class="lines">
      <caption class="unseen">{region}</caption>
      <FigureHeads first={words.t('column.country')} words={words} source={hasSources} />
      <tbody>
        {known.map((line) => (
          <tr key={line.area}>
            <th scope="row">
              <a href={words.to('countries', line.area)}>{line.name}</a>
            </th>
            <FigureCells line={line} words={words} source={hasSources} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Unknown({
  own,
  indicator,
  frame: { words },
}: {
  readonly own: readonly Line[];
  readonly indicator: { readonly code: string; readonly name: string };
  readonly frame: Frame;
}): JSX.Element | null {
  const unknown = own.filter(({ figure }) => figure === undefined);
  if (unknown.length === 0) return null;
  return (
    <>
      <p class="quiet">{words.t('indicator.without', { count: unknown.length })}</p>
      <ul class="columns">
        {unknown.map(({ area, name }) => (
          <li key={area}>
            {name} <ContributeLink words={words} short of={{ area: { code: area, name }, indicator }} />
          </li>
        ))}
      </ul>
    </>
  );
}
