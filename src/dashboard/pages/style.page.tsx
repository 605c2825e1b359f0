import type { ComponentChildren, JSX } from 'preact';
import type { Direction, Status } from '../../scoring/score.js';
import { Layout, type Frame } from '../layout.js';
import { Empty } from '../parts/empty.js';
import { Explained } from '../parts/explained.js';
import { LevelLine } from '../parts/level-line.js';
import { Mark } from '../parts/status.js';
import { StyleForm } from '../parts/style-form.js';
import type { Words } from '../words.js';

const colours = ['ground', 'faint', 'rule', 'band', 'neutral', 'quiet', 'text', 'link'] as const;
const sizes = ['14', '16', '20', '25', '31'] as const;
const spaces = ['1', '2', '3', '4', '5', '6', '7'] as const;
const statuses: readonly (Status | Direction)[] = [
  'target_met',
  'on_track',
  'needs_acceleration',
  'limited',
  'regressing',
  'target_missed',
  'not_assessable',
  'improving',
  'steady',
  'declining',
];
const levels = [61.4, 7.9, undefined];

/** The design: every colour, size and part, made of what the pages use. */
export function StylePage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('style.title')}>
      <h1>{words.t('style.title')}</h1>
      <p class="lede">{words.t('style.lede')}</p>
      <Part of="colours" words={words} intro>
        <ul class="swatches">
          {colours.map((name) => (
            <li key={name} class={`swatch swatch-${name}`}>
              {words.t(`style.${name}`)}
            </li>
          ))}
          {[0, 1, 2, 3, 4].map((at) => (
            <li key={at} class={`swatch swatch-hue hue-${String(at)}`}>
              {words.t('style.hue', { number: at + 1 })}
            </li>
          ))}
        </ul>
      </Part>
      <Part of="type" words={words} intro>
        {sizes.map((size) => (
          <p key={size} class={`size-${size}`}>
            <span class="quiet number">{size}</span> {words.t('style.sample')}
          </p>
        ))}
      </Part>
      <Part of="spacing" words={words}>
        <ul class="spaces">
          {spaces.map((space) => (
            <li key={space} class={`space-${space}`}>
              {space}
            </li>
          ))}
        </ul>
      </Part>
      <Part of="status" words={words} intro>
        <ul class="plain">
          {statuses.map((status) => (
            <li key={status}>
              <Mark of={status} words={words} />
            </li>
          ))}
        </ul>
      </Part>
      <Part of="level" words={words} intro>
        <div class="hue-0 sample">
          <SampleLevel words={words} />
        </div>
      </Part>
      <Part of="term" words={words}>
        <p>
          <Explained words={words} of="level" /> {words.t('style.termIntro')}
        </p>
      </Part>
      <Part of="table" words={words}>
        <SampleTable words={words} />
      </Part>
      <Part of="form" words={words} intro>
        <StyleForm words={words} />
      </Part>
      <Part of="figure" words={words}>
        <figure class="hue-3 sample">
          <figcaption>
            <strong>{words.t('style.figureTitle')}</strong>
            <span class="unit">{words.t('style.figureUnit')}</span>
          </figcaption>
          <SampleLevel words={words} />
          <ul class="notes">
            <li>{words.t('style.figureNote')}</li>
          </ul>
        </figure>
      </Part>
      <Part of="notices" words={words}>
        <p class="note">{words.t('style.note')}</p>
        <p class="done">{words.t('style.done')}</p>
        <Empty what={words.t('style.emptyWhat')} why={words.t('style.emptyWhy')}>
          <a href={words.to('contribute')}>{words.t('style.emptyNext')}</a>
        </Empty>
      </Part>
    </Layout>
  );
}

function Part({
  of,
  words,
  intro = false,
  children,
}: {
  readonly of: string;
  readonly words: Words;
  readonly intro?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section>
      <h2 id={of}>{words.t(`style.${of}`)}</h2>
      {intro && <p>{words.t(`style.${of}Intro`)}</p>}
      {children}
    </section>
  );
}

function SampleLevel({ words }: { readonly words: Words }): JSX.Element {
  return (
    <LevelLine
      level={61}
      range={{ low: 56, high: 66 }}
      band={{ low: 40, middle: 58, high: 70 }}
      label={words.t('style.levelLabel')}
    />
  );
}

function SampleTable({ words }: { readonly words: Words }): JSX.Element {
  return (
    <table class="years">
      <caption>{words.t('style.tableCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('style.part')}</th>
          <th scope="col" class="number">
            <Explained words={words} of="level" />
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level, at) => (
          <tr key={at}>
            <th scope="row">{words.t('style.example', { number: at + 1 })}</th>
            <td class="number">{level === undefined ? words.t('style.missing') : words.score(level)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
