import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { Layout, type Frame } from '../layout.js';
import { PageContents } from '../parts/page-contents.js';

/** Everything that is measured or would be, by principle and goal. */
export function IndicatorsPage({
  frame,
  catalogue,
  live,
}: {
  readonly frame: Frame;
  readonly catalogue: Pick<Catalogue, 'principles' | 'goals' | 'indicators'>;
  /** Indicators that are current for enough countries. */
  readonly live: ReadonlySet<string>;
}): JSX.Element {
  const { words, framework, method, named, unit } = frame;
  const { principles, goals, indicators } = catalogue;
  return (
    <Layout frame={frame} title={words.t('indicators.title')} section="indicators" api="indicators">
      <h1>{words.t('indicators.title')}</h1>
      <p class="lede">
        {words.t('indicators.lede', {
          count: indicators.length,
          goals: goals.length,
          principles: principles.length,
          live: indicators.filter(({ code }) => live.has(code)).length,
          share: words.percent(method.coverage.liveShare),
        })}
      </p>
      <p>{words.t('note.framework', { source: framework.source })}</p>
      <PageContents
        words={words}
        of={principles.map((principle) => [principle.code, named('principle', principle)])}
      />
      {principles.map((principle, position) => (
        <section key={principle.code} id={principle.code} class={`hue-${String(position)}`}>
          <h2 class="ruled">
            <a href={words.to('principles', principle.code)}>{named('principle', principle)}</a>
          </h2>
          <div class="goals">
            {goals
              .filter((goal) => goal.principle === principle.code)
              .map((goal) => {
                const own = indicators.filter((indicator) => indicator.goal === goal.code);
                return (
                  <section key={goal.code}>
                    <h3>
                      <a href={words.to('goals', goal.code)}>{named('goal', goal)}</a>
                    </h3>
                    {own.length === 0 && <p class="quiet">{words.t('indicators.noneYet')}</p>}
                    <ul class="plain">
                      {own.map((indicator) => (
                        <li key={indicator.code}>
                          <a href={words.to('indicators', indicator.code)}>{named('indicator', indicator)}</a>{' '}
                          <span class="quiet">
                            {[
                              unit(indicator.unit),
                              words.t(`tier.${indicator.tier}`),
                              ...(live.has(indicator.code) ? [] : [words.t('indicators.notLive')]),
                            ].join(' · ')}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </section>
                );
              })}
          </div>
        </section>
      ))}
    </Layout>
  );
}
