import type { JSX } from 'preact';
import type { Method } from '../../catalogue/catalogue.js';
import { Layout, type Frame } from '../layout.js';

const lines = ['marks', 'pace', 'average', 'range', 'trace'] as const;

/** The method in five lines, its settings as they are in force, and how to take part. */
export function MethodPage({
  frame,
  method,
}: {
  readonly frame: Frame;
  readonly method: Method;
}): JSX.Element {
  const { words } = frame;
  const { coverage, base, pace, grades } = method;
  const settings: readonly [name: string, value: string][] = [
    ['asOfYear', words.year(method.asOfYear)],
    [
      'base',
      method.asOfYear >= base.fixedFrom
        ? words.year(base.fixedYear)
        : words.year(method.asOfYear - base.lookBackYears),
    ],
    ['window', words.t('method.years', { count: base.windowYears })],
    ['span', words.t('method.years', { count: base.minSpanYears })],
    ['freshness', words.t('method.years', { count: method.maxFreshnessYears })],
    ['direction', words.t('method.pointsAYear', { points: words.value(pace.directionBand) })],
    ['onTrack', words.percent(pace.onTrackRatio)],
    ['acceleration', words.percent(pace.needsAccelerationRatio)],
    ['goalCoverage', words.percent(coverage.goal)],
    ['principleCoverage', words.percent(coverage.principle)],
    ['principleGoals', words.value(coverage.principleMinGoals)],
    ['viewCoverage', words.percent(coverage.view)],
    ['live', words.percent(coverage.liveShare)],
    ['gradeCoverage', words.list(grades.coverage.map(words.percent))],
    ['gradeAge', words.list(grades.ageYears.map(words.value))],
    ['overall', words.t(method.overallScore ? 'method.on' : 'method.off')],
    ['ranks', words.t(method.ranks ? 'method.on' : 'method.off')],
  ];
  return (
    <Layout frame={frame} title={words.t('method.title')} section="method" api="frameworks">
      <h1>{words.t('method.title')}</h1>
      <p class="lede">{words.t('method.lede')}</p>
      <ol>
        {lines.map((line) => (
          <li key={line}>{words.t(`method.line.${line}`)}</li>
        ))}
      </ol>
      <p>{words.t('note.goals')}</p>

      <h2>{words.t('method.statuses')}</h2>
      <p>{words.t('method.statusesIntro')}</p>

      <h2>{words.t('method.settings', { version: method.version, edition: method.edition })}</h2>
      <dl class="pairs settings">
        {settings.map(([name, value]) => (
          <>
            <dt key={name}>{words.t(`method.setting.${name}`)}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>

      <h2 id="send">{words.t('method.send')}</h2>
      <p>{words.t('method.sendIntro')}</p>
      <p>
        <code>country,indicator,year,value,source,note</code>
      </p>
      <p>
        {words.t('method.sendHow')} <a href="/api/docs">{words.t('footer.api')}</a>
      </p>
    </Layout>
  );
}
