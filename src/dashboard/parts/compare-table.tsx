import type { JSX } from 'preact';
import { bandOf } from '../../reports/band-of.js';
import type { ComparedArea, ComparedNode } from '../../reports/compare/compare-report.js';
import type { Distribution } from '../../reports/report.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import { ContributeLink } from './contribute-link.js';
import { Explained } from './explained.js';
import { LevelLine } from './level-line.js';
import { missingSentence } from './missing-sentence.js';
import { ScoreRange } from './score-range.js';
import type { Term } from '../terms.js';
import type { Words } from '../words.js';
import { Mark } from './status.js';

interface CompareTableProps {
  readonly node: ComparedNode;
  readonly name: string;
  readonly frame: Frame;
  /** Whether its heads explain themselves: the first table of a page does. */
  readonly explains?: boolean;
}

/** Score with its range, direction, coverage and age of each country; median and middle half of each group. */
export function CompareTable({ node, name, frame, explains = false }: CompareTableProps): JSX.Element {
  const { words } = frame;
  const isIndicator = node.kind === 'indicator';
  return (
    <table class="issues areas">
      <caption>
        {isIndicator
          ? words.t('compare.captionIndicator', { name, unit: frame.unit(node.unit ?? '') })
          : words.t('compare.caption', { name })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.t('compare.column.of')}</th>
          <th scope="col" class="number">
            <Head
              term={explains ? (isIndicator ? 'level' : 'range') : undefined}
              text={words.t(isIndicator ? 'column.level' : 'column.score')}
              words={words}
            />
          </th>
          <th scope="col" class="wide">
            {words.t('column.line')}
          </th>
          <th scope="col">{words.t('column.direction')}</th>
          <th scope="col" class="number">
            {isIndicator ? (
              words.t('column.value')
            ) : (
              <Head
                term={explains ? 'coverage' : undefined}
                text={words.t('column.coverage')}
                words={words}
              />
            )}
          </th>
          <th scope="col" class="number">
            {isIndicator ? words.t('column.year') : words.t('compare.column.age')}
          </th>
        </tr>
      </thead>
      <tbody>
        {node.areas.map((area) => (
          <AreaRow key={area.code} area={area} node={node} name={name} frame={frame} />
        ))}
        {node.groups.map((group) => (
          <GroupRow key={group.group.code} of={group} frame={frame} />
        ))}
      </tbody>
    </table>
  );
}

function Head({
  term,
  text,
  words,
}: {
  readonly term: Term | undefined;
  readonly text: string;
  readonly words: Words;
}): JSX.Element {
  if (term === undefined) return <>{text}</>;
  return (
    <Explained words={words} of={term}>
      {text}
    </Explained>
  );
}

function AreaRow({
  area,
  node,
  name,
  frame: { words },
}: CompareTableProps & { readonly area: ComparedArea }): JSX.Element {
  const { code, score, scoreLow: low, scoreHigh: high, direction, meanAgeYears } = area;
  const areaName = words.area(area);
  const subject = { code: node.code, name };
  return (
    <tr>
      <th scope="row">
        <a href={words.to('countries', code)}>{areaName}</a>
      </th>
      {score === undefined ? (
        <td class="quiet" colSpan={3}>
          {missingSentence(area.missing, words)}{' '}
          <ContributeLink
            words={words}
            short
            of={{
              area: { code, name: areaName },
              ...(node.kind === 'issue' && { issue: subject }),
              ...(node.kind === 'indicator' && { indicator: subject }),
            }}
          />
        </td>
      ) : (
        <>
          <td class="number">
            <a href={explainAddress(words, code, node.code)}>{words.score(score)}</a>{' '}
            <ScoreRange of={area} words={words} />
          </td>
          <td class="wide">
            <LevelLine
              level={score}
              range={low === undefined || high === undefined ? undefined : { low, high }}
            />
          </td>
          <td>{direction === undefined ? words.t('level.none') : <Mark of={direction} words={words} />}</td>
        </>
      )}
      {node.kind === 'indicator' ? (
        <>
          <td class="number">
            {area.value !== undefined && area.observation !== undefined && (
              <a href={words.to('observations', area.observation)}>{words.value(area.value)}</a>
            )}
          </td>
          <td class="number">{area.year !== undefined && words.year(area.year)}</td>
        </>
      ) : (
        <>
          <td class="number">{words.percent(area.coverage)}</td>
          <td class="number">{meanAgeYears === undefined ? '' : words.score(meanAgeYears)}</td>
        </>
      )}
    </tr>
  );
}

function GroupRow({
  of,
  frame: { words, named },
}: {
  readonly of: Distribution;
  readonly frame: Frame;
}): JSX.Element {
  const { group, median, withScore, members } = of;
  return (
    <tr>
      <th scope="row">
        <a href={words.to('regions', group.code)}>{named('group', group)}</a>
      </th>
      <td class="number">
        {median === undefined ? words.t('level.none') : words.score(median)}{' '}
        <span class="quiet range">{words.t('compare.median')}</span>
      </td>
      <td class="wide">
        <LevelLine band={bandOf(of)} />
      </td>
      <td class="quiet" colSpan={3}>
        {words.t('compare.groupCount', { count: withScore, all: members })}
      </td>
    </tr>
  );
}
