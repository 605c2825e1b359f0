import { explainMean } from '../dist/scoring/engine/explained-mean.js';
import { forecastTarget } from '../dist/scoring/engine/forecast.js';
import { scoreLevel } from '../dist/scoring/engine/level.js';
import { assessPace } from '../dist/scoring/engine/pace.js';
import { scoreRanges } from '../dist/scoring/engine/score-range.js';
import { studentT, studentTQuantile } from '../dist/scoring/engine/student-t.js';
import { simulate } from '../dist/scoring/engine/uncertainty.js';
import { inTurns, milliseconds } from './measure.mjs';

const AREAS = 200;
const INDICATORS = 60;
const YEARS = 25;
const FIRST_YEAR = 2002;
const SERIES = AREAS * INDICATORS;
/** Turns before measuring, so that both are compiled. */
const WARM_UP = 8;
const PERCENT = { kind: 'range', worst: 0, best: 100, scale: 'linear' };
const SETTINGS = {
  asOfYear: FIRST_YEAR + YEARS - 1,
  freshnessYears: 3,
  baseYear: FIRST_YEAR + YEARS - 6,
  windowYears: 2,
  minSpanYears: 3,
  targetYear: 2030,
  target: 95,
  targetAgreed: true,
  deadBand: 0.1,
  onTrackRatio: 0.95,
  needsAccelerationRatio: 0.6,
  seriesBroken: false,
};

/** The scoring rows: everything about 12,000 series beside a plain loop, and 1,000 repetitions of the calculation. */
export async function benchScoring({ turns }, note) {
  const values = manySeries();
  const plain = plainLoop(values);
  const engine = assessAll(values);
  if (Math.abs(plain - engine) > 1e-6 * Math.abs(plain)) {
    throw new Error(`The plain loop has another answer: ${plain}, not ${engine}`);
  }
  for (let turn = 0; turn < WARM_UP; turn++) assessAll(values) + plainLoop(values);
  const [ours, bare] = await inTurns(
    turns,
    () => milliseconds(() => assessAll(values)),
    () => milliseconds(() => plainLoop(values)),
  );
  note(
    '12,000 series of 25 years: level, pace, forecast, explanation',
    `${ours.toFixed(0)} ms, ${(ours / bare).toFixed(1)} x a plain loop (${bare.toFixed(1)} ms)`,
    'at most 10 x, below 250 ms',
  );
  const input = manyUnits(values);
  const [repeated] = await inTurns(Math.min(3, turns), () =>
    milliseconds(() => {
      const [simulated] = simulate(input, {
        seed: 2026,
        replicates: 1000,
        weightNoise: 0.25,
        postNoise: 0.05,
        ageSigma: 1,
      });
      scoreRanges(simulated, 10);
    }),
  );
  note(
    '1,000 repetitions of 200 areas x 60 indicators, with ranks',
    `${(repeated / 1000).toFixed(2)} s`,
    'below 3 s on one core',
  );
}

/** Percentages that drift, one in ten missing (NaN), the same in every run: by area, indicator and year. */
function manySeries() {
  const values = new Float64Array(SERIES * YEARS);
  let state = 1;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let series = 0; series < SERIES; series++) {
    let value = 10 + 60 * random();
    const drift = 3 * random() - 0.5;
    for (let year = 0; year < YEARS; year++) {
      value = Math.min(100, Math.max(0, value + drift + random() - 0.5));
      values[series * YEARS + year] = random() < 0.1 ? NaN : value;
    }
  }
  return values;
}

/** What the engine makes of it, from the same arrays; sums up something of all, so that nothing is left undone. */
function assessAll(values) {
  let sum = 0;
  for (let area = 0; area < AREAS; area++) {
    const levels = [];
    for (let indicator = 0; indicator < INDICATORS; indicator++) {
      const begin = (area * INDICATORS + indicator) * YEARS;
      const series = [];
      for (let i = 0; i < YEARS; i++) {
        const value = values[begin + i];
        if (!Number.isNaN(value)) series.push({ year: FIRST_YEAR + i, value });
      }
      const current = series[series.length - 1];
      const scored = scoreLevel(current.value, PERCENT);
      const pace = assessPace(series, PERCENT, SETTINGS);
      const forecast = forecastTarget(series, PERCENT, pace, SETTINGS.targetYear);
      levels.push({ code: `I${indicator}`, weight: 1, score: scored.level });
      sum += (pace.paceRatio ?? 0) + (pace.status === 'on_track' ? 1 : 0);
      sum += (forecast.probability ?? 0) + (forecast.projectedLow ?? 0);
    }
    for (const { amount, pointsLost } of explainMean(levels, 1).parts) sum += amount + pointsLost / 2;
  }
  return sum;
}

/** The same answer with nothing but numbers, for series like these only. */
function plainLoop(values) {
  const quantiles = Float64Array.from({ length: 11 }, (_, df) => (df < 1 ? NaN : studentTQuantile(0.9, df)));
  let sum = 0;
  for (let series = 0; series < SERIES; series++) {
    const begin = series * YEARS;
    let now = YEARS - 1;
    while (Number.isNaN(values[begin + now])) now--;
    const level = values[begin + now];
    sum += (level + (100 - level) / 2) / INDICATORS;
    if (YEARS - 1 - now > 3) continue;
    let base = -1;
    const wanted = YEARS - 6;
    for (let year = wanted - 2; year <= wanted + 2; year++) {
      if (Number.isNaN(values[begin + year]) || now - year < 3) continue;
      if (base < 0 || Math.abs(year - wanted) < Math.abs(base - wanted)) base = year;
    }
    if (base < 0) continue;
    const first = values[begin + base];
    const left = 2030 - FIRST_YEAR;
    const pace = (level - first) / (now - base);
    if (level < 95 && first < 95) {
      const ratio = pace / ((95 - first) / (left - base));
      sum += ratio + (ratio >= 0.95 - 1e-9 ? 1 : 0);
    }
    let [n, years, points] = [0, 0, 0];
    for (let year = base; year <= now; year++) {
      const value = values[begin + year];
      if (Number.isNaN(value)) continue;
      n++;
      years += year;
      points += value;
    }
    if (n < 4) continue;
    years /= n;
    points /= n;
    let [spread, together, squares] = [0, 0, 0];
    for (let year = base; year <= now; year++) {
      const value = values[begin + year];
      if (Number.isNaN(value)) continue;
      spread += (year - years) ** 2;
      together += (year - years) * (value - points);
    }
    for (let year = base; year <= now; year++) {
      const value = values[begin + year];
      if (!Number.isNaN(value)) squares += (value - points - (together / spread) * (year - years)) ** 2;
    }
    const mean = points + (together / spread) * (left - years);
    const residual = Math.sqrt(squares / (n - 2));
    const error = residual < 1e-9 ? 0 : residual * Math.sqrt(1 + 1 / n + (left - years) ** 2 / spread);
    sum += error === 0 ? (mean >= 95 ? 1 : 0) : studentT((mean - 95) / error, n - 2);
    sum += mean - quantiles[n - 2] * error;
  }
  return sum;
}

/** The areas with their latest values under 60 indicators, 12 goals and 4 principles; a tenth of the values missing. */
function manyUnits(values) {
  const leaf = (indicator) => ({ code: `I${indicator}`, weight: 1 });
  const node = (code, children) => ({ code, weight: 1, power: 1, children });
  const some = (count, make) => Array.from({ length: count }, (_, i) => make(i));
  const goal = (g) =>
    node(
      `G${g}`,
      some(5, (i) => leaf(g * 5 + i)),
    );
  const framework = node(
    'top',
    some(4, (p) =>
      node(
        `P${p}`,
        some(3, (g) => goal(p * 3 + g)),
      ),
    ),
  );
  const units = some(AREAS, (area) => ({
    code: `A${area}`,
    region: `R${area % 5}`,
    values: new Map(
      some(INDICATORS, (i) => [`I${i}`, values[(area * INDICATORS + i) * YEARS + YEARS - 1]])
        .filter(([, raw]) => !Number.isNaN(raw))
        .map(([code, raw]) => [code, { raw, ageYears: 1 }]),
    ),
  }));
  return { framework, units, published: [{ node: 'top', units: units.map(({ code }) => code) }] };
}
