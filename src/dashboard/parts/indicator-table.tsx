import type { JSX } from 'preact';
import type { IndicatorLine } from '../../reports/report.js';
import type { Words } from '../words.js';
import { Mark } from './status.js';

interface IndicatorTableProps {
  readonly lines: readonly IndicatorLine[];
  readonly words: Words;
  readonly caption: string;
}

/** Indicators with a figure as a table; those without as one sentence under it. */
export function IndicatorTable({ lines, words, caption }: IndicatorTableProps): JSX.Element {
  const known = lines.filter(({ figure }) => figure !== undefined);
  const unknown = lines.filter(({ figure }) => figure === undefined);
  return (
    <>
      {known.length > 0 && (
        <table class="lines">
          <caption class="unseen">{caption}</caption>
          <FigureHeads first={words.t('column.indicator')} words={words} />
          <tbody>
            {known.map((line) => (
              <tr key={line.indicator}>
                <th scope="row">
                  <a href={words.to('indicators', line.indicator)}>{line.name}</a>{' '}
                  <span class="unit">{line.unit}</span>
                </th>
                <FigureCells line={line} words={words} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unknown.length > 0 && (
        <details class="unknown">
          <summary>{words.t('indicators.without', { count: unknown.length })}</summary>
          <ul>
            {unknown.map((line) => (
              <li key={line.indicator}>
                <a href={words.to('indicators', line.indicator)}>{line.name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The heads of `FigureCells`, after the one of the first column. */
export function FigureHeads({
  first,
  words,
  source = true,
}: {
  readonly first: string;
  readonly words: Words;
  readonly source?: boolean;
}): JSX.Element {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="number">
          {words.t('column.value')}
        </th>
        <th scope="col" class="number">
          {words.t('column.year')}
        </th>
        <th scope="col" class="number">
          {words.t('column.level')}
        </th>
        <th scope="col">{words.t('column.status')}</th>
        {source && <th scope="col">{words.t('column.source')}</th>}
      </tr>
    </thead>
  );
}

/** Value, year, level, status and source of an indicator; the value leads to its figure, the figure to its submission. */
export function FigureCells({
  line,
  words,
  source = true,
}: {
  readonly line: IndicatorLine;
  readonly words: Words;
  readonly source?: boolean;
}): JSX.Element {
  const { figure, value, year, level } = line;
  const remarks = line.flags
    .filter((flag) => words.has(`flag.${flag}`))
    .map((flag) => words.t(`flag.${flag}`));
  const outlook = outlookOf(line, words);
  return (
    <>
      <td class="number" data-label={words.t('column.value')}>
        {figure !== undefined && value !== undefined && (
          <a href={words.to('observations', figure.observation)}>{words.value(value)}</a>
        )}
      </td>
      <td class="number" data-label={words.t('column.year')}>
        {year !== undefined && words.year(year)}
      </td>
      <td class="number" data-label={words.t('column.level')}>
        {level === undefined ? words.t('level.none') : words.score(level)}
      </td>
      <td data-label={words.t('column.status')}>
        <StatusOf line={line} words={words} />
        {[...(outlook === undefined ? [] : [outlook]), ...remarks].map((remark) => (
          <span key={remark} class="remark">
            {remark}
          </span>
        ))}
      </td>
      {source && (
        <td data-label={words.t('column.source')} class="source">
          {sourceOf(line)}
        </td>
      )}
    </>
  );
}

/** How likely the agreed target is; said only while it is neither met nor missed. */
function outlookOf({ forecast, status }: IndicatorLine, words: Words): string | undefined {
  const isOpen = status !== 'target_met' && status !== 'target_missed';
  if (forecast?.likelihood === undefined || !isOpen) return undefined;
  return words.t(`likelihood.${forecast.likelihood}`, { year: words.year(forecast.targetYear) });
}

/** Who publishes the figure of a line. */
export function sourceOf({ figure }: IndicatorLine): string | undefined {
  return figure?.organisation ?? figure?.communityName;
}

/** Why there is no pace although there is a figure, the first that applies. */
const reasons = ['COMPARABILITY_BREAK', 'TOO_SHORT'] as const;

/** Status where somebody agreed a target, else the direction, else why there is neither. */
function StatusOf({ line, words }: { readonly line: IndicatorLine; readonly words: Words }): JSX.Element {
  if (line.missing !== undefined) return <span class="quiet">{words.t(`missingShort.${line.missing}`)}</span>;
  if (line.status !== undefined && line.status !== 'not_assessable')
    return <Mark of={line.status} words={words} />;
  if (line.direction !== undefined) return <Mark of={line.direction} words={words} />;
  const why = reasons.find((flag) => line.flags.includes(flag)) ?? 'NONE';
  return <span class="quiet">{words.t(`noTrend.${why}`)}</span>;
}
