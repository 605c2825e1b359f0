import type { JSX } from 'preact';
import { groupsIn } from '../../reports/assessment.js';
import type { IndicatorLine } from '../../reports/report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import type { Words } from '../words.js';
import { ContributeLink, type MissingFigure } from './contribute-link.js';
import { Explained } from './explained.js';
import { InEnglish } from './in-english.js';
import { Mark } from './status.js';
import { ValueLink } from './value-link.js';

interface IndicatorTableProps {
  readonly area: Named;
  readonly lines: readonly IndicatorLine[];
  readonly frame: Frame;
  readonly caption: string;
  /** Whether those without a figure are listed at once. */
  readonly open?: boolean;
}

/** Indicators of a country that have a figure as a table; under it those without, why, and where to add one. */
export function IndicatorTable({
  area,
  lines,
  frame,
  caption,
  open = false,
}: IndicatorTableProps): JSX.Element {
  const { words, named } = frame;
  const known = lines.filter(({ figure }) => figure !== undefined);
  const unknown = lines.filter(({ figure }) => figure === undefined);
  const missing = (line: IndicatorLine): MissingFigure => ({
    area: { code: area.code, name: words.area(area) },
    indicator: { code: line.indicator, name: nameOf(line, frame) },
  });
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
                  <a href={words.to('indicators', line.indicator)}>{nameOf(line, frame)}</a>{' '}
                  <span class="unit">{frame.unit(line.unit)}</span>
                </th>
                <FigureCells
                  line={line}
                  words={words}
                  explained={explainAddress(words, area.code, line.indicator)}
                  missing={missing(line)}
                />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unknown.length > 0 && (
        <details class="unknown" open={open}>
          <summary>{words.t('indicators.without', { count: unknown.length })}</summary>
          <ul>
            {unknown.map((line) => (
              <li key={line.indicator}>
                <a href={words.to('indicators', line.indicator)}>
                  {named('indicator', { code: line.indicator, name: line.name })}
                </a>{' '}
                <span class="quiet">{words.t(`missingShort.${line.missing ?? 'NO_DATA'}`)}</span>{' '}
                <ContributeLink words={words} of={missing(line)} short />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function nameOf({ indicator, name }: IndicatorLine, { named }: Frame): string {
  return named('indicator', { code: indicator, name });
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
          <Explained words={words} of="level" />
        </th>
        <th scope="col">
          <Explained words={words} of="status" />
        </th>
        {source && <th scope="col">{words.t('column.source')}</th>}
      </tr>
    </thead>
  );
}

interface FigureCellsProps {
  readonly line: IndicatorLine;
  readonly words: Words;
  readonly source?: boolean;
  /** Where the level is explained. */
  readonly explained?: string;
  /** What to add where the figure is missing, or too old to count. */
  readonly missing?: MissingFigure;
}

/** Value, year, level, status and source of an indicator; the value leads to its figure, the figure to its submission. */
export function FigureCells({
  line,
  words,
  source = true,
  explained,
  missing,
}: FigureCellsProps): JSX.Element {
  const { year, level } = line;
  const remarks = line.flags
    .filter((flag) => words.has(`flag.${flag}`))
    .map((flag) => words.t(`flag.${flag}`));
  const outlook = outlookOf(line, words);
  return (
    <>
      <td class="number" data-label={words.t('column.value')}>
        <ValueLink line={line} words={words} />
      </td>
      <td class="number" data-label={words.t('column.year')}>
        {year !== undefined && words.year(year)}
      </td>
      <td class="number" data-label={words.t('column.level')}>
        {level === undefined || explained === undefined ? (
          levelOf(line, words)
        ) : (
          <a href={explained}>{words.score(level)}</a>
        )}
      </td>
      <td data-label={words.t('column.status')}>
        <StatusOf line={line} words={words} />
        {missing !== undefined && level === undefined && isToBeAdded(line) && (
          <>
            {' '}
            <ContributeLink words={words} of={missing} short />
          </>
        )}
        {[...(outlook === undefined ? [] : [outlook]), ...remarks].map((remark) => (
          <span key={remark} class="remark">
            {remark}
          </span>
        ))}
      </td>
      {source && (
        <td data-label={words.t('column.source')} class="source">
          <SourceOf line={line} words={words} />
        </td>
      )}
    </>
  );
}

/** Who publishes the figure; of an assessment how many communities say so, and who took part. */
function SourceOf({ line, words }: { readonly line: IndicatorLine; readonly words: Words }): JSX.Element {
  const { members } = line.assessment ?? { members: [] };
  const groups = groupsIn(members).map((group) => words.t(`communities.stakeholder.${group}`));
  return (
    <>
      {members.length > 1 ? (
        words.t('assessment.source', { communities: members.length })
      ) : (
        <InEnglish words={words}>{sourceOf(line)}</InEnglish>
      )}
      {groups.length > 0 && (
        <span class="remark">{words.t('assessment.with', { groups: words.list(groups) })}</span>
      )}
    </>
  );
}

function levelOf({ level }: IndicatorLine, words: Words): string {
  return level === undefined ? words.t('level.none') : words.score(level);
}

/** Whether a newer figure would help. */
function isToBeAdded({ missing }: IndicatorLine): boolean {
  return missing === 'STALE' || missing === 'NO_DATA' || missing === 'NO_VALUE';
}

/** How likely the agreed target; said only while it is neither met nor missed. */
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
