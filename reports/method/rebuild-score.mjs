#!/usr/bin/env node
/**
 * Computes a score again from its explanation alone: `node rebuild-score.mjs explanation.json`, or from standard input.
 * Reads reported figures, populations, goalposts, weights, powers and thresholds; of computed numbers only the regional
 * means that fill gaps (where a method fills any), and the printed score to compare with. Ends with 1 if they differ.
 */
import { readFileSync } from 'node:fs';

const explanation = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
const indicators = new Map(explanation.indicators.map((each) => [each.indicator, each]));

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return sorted[Math.floor(half)] / 2 + sorted[Math.ceil(half)] / 2;
}

/** The value of an indicator: the mean of its years, each a figure (or the median of several) as reported or per head. */
function value({ years, per }) {
  const ofYears = years.map(({ figures, inhabitants }) => {
    const reported = median(figures.map((figure) => figure.value));
    return per === null ? reported : (reported / inhabitants) * per;
  });
  return sum(ofYears.map((each) => each / ofYears.length));
}

/** The level of an indicator: where its value lies between the goalposts, 0 to 100; null when it is not current. */
function level(indicator) {
  if (indicator.missing !== null) return null;
  const x = value(indicator);
  const { kind, worst, best, scale, bandLow, bandHigh, bandZeroDistance } = indicator.goalposts;
  const held = (points) => Math.min(100, Math.max(0, points));
  if (kind === 'band') return held(100 * (1 - Math.max(bandLow - x, 0, x - bandHigh) / bandZeroDistance));
  const phi = { linear: (v) => v, log: Math.log, log1p: Math.log1p }[scale];
  const readable = scale === 'log' && x <= 0 ? Math.min(worst, best) : scale === 'log1p' ? Math.max(0, x) : x;
  return held((100 * (phi(readable) - phi(worst))) / (phi(best) - phi(worst)));
}

/** What a child brings to its parent: its score, and its leaves with their share of it and whether they cover it. */
function read(child) {
  if (child.node !== null) return node(child.node);
  const own = level(indicators.get(child.code));
  return { score: child.filled ? child.score : own, leaves: [{ share: 1, covers: own !== null }] };
}

function mean(parts, power) {
  const total = sum(parts.map(({ weight }) => weight));
  const scores = parts.map(({ score }) => (power <= 0 ? Math.max(1, score) : score));
  const weighted = (of) => sum(parts.map(({ weight }, i) => (weight / total) * of(scores[i])));
  return power === 0 ? Math.exp(weighted(Math.log)) : weighted((score) => score ** power) ** (1 / power);
}

/** The score of a node: the power mean of the children that have one, if enough of the weight below it is covered. */
function node({ children, power, minCoverage, minAvailable, withheld }) {
  const all = children.map((child) => ({ weight: child.weight, ...read(child) }));
  const counted = all.filter(({ weight, leaves }) => weight > 0 && leaves.length > 0);
  const total = sum(counted.map(({ weight }) => weight));
  const leaves = counted.flatMap(({ weight, score, leaves: below }) =>
    below.map(({ share, covers }) => ({ share: (share * weight) / total, covers: covers && score !== null })),
  );
  const available = counted.filter(({ score }) => score !== null);
  const coverage = sum(leaves.filter(({ covers }) => covers).map(({ share }) => share));
  const isEnough = available.length >= Math.max(1, minAvailable) && coverage >= minCoverage - 1e-9;
  return { score: withheld === null && isEnough ? mean(available, power) : null, leaves };
}

/** One decimal, half away from zero, by the decimal digits of the number. */
const print = (score) => (score === null ? 'none' : (Math.round(Number(`${score}e1`)) / 10).toFixed(1));

const rebuilt = explanation.tree === null ? level(explanation.indicators[0]) : node(explanation.tree).score;
process.stdout.write(`${print(rebuilt)}\n`);
if (print(rebuilt) !== print(explanation.score)) process.exitCode = 1;
