import type { JSX } from 'preact';
import type { LadderExample, LadderLevel } from '../../catalogue/catalogue.js';
import { exampleCode } from '../../catalogue/source-texts.js';
import type { Frame } from '../layout.js';

type StepFrame = Pick<Frame, 'words' | 'told'>;

/** The levels on which communities assess, with examples where they are of one indicator. */
export function LadderSteps({
  ladder,
  examples = [],
  frame,
}: {
  readonly ladder: readonly LadderLevel[];
  /** Of one indicator. */
  readonly examples?: readonly LadderExample[] | undefined;
  readonly frame: StepFrame;
}): JSX.Element {
  return (
    <ol class="plain">
      {ladder.map((step) => (
        <li key={step.level}>
          <LadderLevelName step={step} frame={frame} />
          <span class="remark">
            <LadderLevelMeaning step={step} examples={examples} frame={frame} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Number and name of a level. */
export function LadderLevelName({
  step: { level, name },
  frame: { words, told },
}: {
  readonly step: LadderLevel;
  readonly frame: StepFrame;
}): JSX.Element {
  return (
    <>
      <strong class="number">{words.value(level)}</strong> {told('ladder', String(level), 'name', name)}
    </>
  );
}

/** What is the case at a level, and what that may look like. */
export function LadderLevelMeaning({
  step: { level, means },
  examples = [],
  frame: { words, told },
}: {
  readonly step: LadderLevel;
  readonly examples?: readonly LadderExample[] | undefined;
  readonly frame: StepFrame;
}): JSX.Element {
  const example = examples.find((one) => one.level === level);
  return (
    <>
      {told('ladder', String(level), 'means', means)}
      {example !== undefined && (
        <span class="sentence">
          {words.t('assess.example')}{' '}
          {told('ladder_example', exampleCode(example), 'example', example.example)}
        </span>
      )}
    </>
  );
}
