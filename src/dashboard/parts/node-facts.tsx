import type { JSX } from 'preact';
import type { NodeLine } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import type { Words } from '../words.js';
import { ContributeLink } from './contribute-link.js';
import { missingSentence } from './missing-sentence.js';
import { Mark } from './status.js';

interface NodeProps {
  readonly node: NodeLine;
  readonly words: Words;
}

/** What is known of a score beside the score: which way, on how much, how old, how sure. */
export function NodeFacts({ node, words }: NodeProps): JSX.Element {
  return (
    <p class="facts">
      {node.direction === undefined ? (
        <span>{words.t(`paceReason.${node.paceReason ?? 'NO_BASELINE'}`)}</span>
      ) : (
        <Mark of={node.direction} words={words} />
      )}
      <span>{words.t('node.coverage', { share: words.percent(node.coverage) })}</span>
      {node.meanAgeYears !== undefined && (
        <span>{words.t('node.age', { years: words.score(node.meanAgeYears) })}</span>
      )}
      {node.grade !== undefined && (
        <span>
          {words.t('node.grade', {
            grade: node.grade,
            provisional: node.gradeProvisional === true ? 'yes' : 'no',
          })}
        </span>
      )}
      {node.outsideInterval === true && <span>{words.t('node.outside')}</span>}
    </p>
  );
}

/** Why a principle has no score, what is missing for it, and how that could change. */
export function NodeWithout({
  node,
  area,
  frame: { words, named },
}: {
  readonly node: NodeLine;
  readonly area: Named;
  readonly frame: Frame;
}): JSX.Element {
  return (
    <div class="without">
      <p>
        {words.t('node.noScore', {
          reason: missingSentence(node.missing, words),
          share: words.percent(node.coverage),
        })}
      </p>
      {node.unavailable.length > 0 && (
        <p>
          {words.t('node.missing', {
            names: words.list(
              node.unavailable.map((goal) => words.t('node.quoted', { name: named('goal', goal) })),
            ),
          })}
        </p>
      )}
      <p>
        {words.t('node.invite')}{' '}
        <ContributeLink words={words} of={{ area: { code: area.code, name: words.area(area) } }} />
      </p>
    </div>
  );
}
