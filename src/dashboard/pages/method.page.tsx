import type { JSX } from 'preact';
import type { Method } from '../../catalogue/catalogue.js';
import { direction, sourceLanguage } from '../../language/language.js';
import type { MethodChapter } from '../../reports/method-chapter.js';
import { Layout, type Frame } from '../layout.js';
import { Mark } from '../parts/status.js';
import type { Words } from '../words.js';

const lines = ['marks', 'pace', 'average', 'range', 'trace'] as const;
const statuses = [
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
] as const;

/** The method in five lines, its rules, what each status means, the settings in force, and how to take part. */
export function MethodPage({
  frame,
  chapters,
}: {
  readonly frame: Frame;
  readonly chapters: readonly MethodChapter[];
}): JSX.Element {
  const { words, method, framework } = frame;
  const limits = {
    year: words.year(baseYear(method)),
    onTrack: words.percent(method.pace.onTrackRatio),
    acceleration: words.percent(method.pace.needsAccelerationRatio),
    points: words.value(method.pace.directionBand),
    span: method.base.minSpanYears,
  };
  return (
    <Layout
      frame={frame}
      title={words.t('method.title')}
      section="method"
      api={`frameworks/${encodeURIComponent(framework.code)}`}
    >
      <h1>{words.t('method.title')}</h1>
      <p class="lede">{words.t('method.lede')}</p>
      <ol>
        {lines.map((line) => (
          <li key={line}>{words.t(`method.line.${line}`)}</li>
        ))}
      </ol>
      <p>{words.t('note.framework', { source: framework.source })}</p>

      <h2>{words.t('method.rules')}</h2>
      <p>{words.t('method.rulesIntro')}</p>
      {chapters.some(({ language = sourceLanguage }) => language !== words.language) && (
        <p class="quiet">{words.t('method.inEnglish')}</p>
      )}
      <ul class="entries">
        {chapters.map(({ code, title, lead, language = sourceLanguage }) => (
          <li key={code} lang={language} dir={direction(language)}>
            <h3>
              <a href={words.to('method', code)}>{title}</a>
            </h3>
            <p>{lead}</p>
          </li>
        ))}
      </ul>

      <h2>{words.t('method.statuses')}</h2>
      <p>{words.t('method.statusesIntro', limits)}</p>
      <dl class="pairs">
        {statuses.map((status) => (
          <>
            <dt key={status}>
              <Mark of={status} words={words} />
            </dt>
            <dd>{words.t(`method.status.${status}`, limits)}</dd>
          </>
        ))}
      </dl>

      <h2>{words.t('method.settings', { version: method.version, edition: method.edition })}</h2>
      <dl class="pairs settings">
        {settingsOf(method, words).map(([name, value]) => (
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

function settingsOf(method: Method, words: Words): readonly (readonly [name: string, value: string])[] {
  const { coverage, base, pace, grades, missing, growth, aggregates, uncertainty } = method;
  const eitherWay = (share: number): string => words.t('method.plusMinus', { share: words.percent(share) });
  return [
    ['asOfYear', words.year(method.asOfYear)],
    ['base', words.year(baseYear(method))],
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
    ['viewIndicators', words.value(coverage.viewMinIndicators)],
    ['live', words.percent(coverage.liveShare)],
    ['gradeCoverage', words.list(grades.coverage.map(words.percent))],
    ['gradeAge', words.list(grades.ageYears.map(words.value))],
    ['gradeRange', words.list(grades.rangePoints.map(words.value))],
    ['missing', words.t(`method.missing.${missing.rule}`)],
    ['growth', words.t(`method.growth.${growth.thresholds}`)],
    ['people', words.percent(aggregates.populationCoverage)],
    ['members', words.percent(aggregates.memberCoverage)],
    ['repetitions', words.value(uncertainty.replicates)],
    ['seed', String(uncertainty.seed)],
    ['weightNoise', eitherWay(uncertainty.weightNoise)],
    ['postNoise', eitherWay(uncertainty.postNoise)],
    ['ageSigma', words.t('method.points', { points: words.value(uncertainty.ageSigma) })],
    ['overall', words.t(method.overallScore ? 'method.on' : 'method.off')],
    ['rankCoverage', words.percent(coverage.rank)],
    ['ranks', words.t(method.ranks ? 'method.on' : 'method.off')],
  ];
}

/** The year that paces are measured from. */
function baseYear({ asOfYear, base }: Method): number {
  return asOfYear >= base.fixedFrom ? base.fixedYear : asOfYear - base.lookBackYears;
}
