import { number } from './csv.mjs';

const COMMUNITIES = Infinity;
const held = (points) => Math.min(100, Math.max(0, points));
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/**
 * Levels of indicators from observations: which figure counts (method/current-value.md), and how far between the
 * goalposts it lies (method/level.md). Answers the level of an indicator in an area, or null.
 */
export function levelsFrom({ method, indicators, observations, series, population, comparable }) {
  const ranks = rankSeries(series);
  const mayCompare = new Set(
    comparable.flatMap(({ indicator, edition_a: a, edition_b: b }) => [
      `${indicator}|${a}|${b}`,
      `${indicator}|${b}|${a}`,
    ]),
  );
  const inhabitants = groupBy(population, 'area');
  const figures = groupBy(observations, 'area', 'indicator');
  const known = new Map(indicators.map((each) => [each.code, each]));

  return (area, code) => {
    const indicator = known.get(code);
    if (indicator.scored !== 'true' || indicator.derived_scores_allowed !== 'true') return null;
    const freshness = Math.min(number(indicator.freshness_years), method.maxFreshnessYears);
    let values = (figures.get(`${area}|${code}`) ?? []).map(readValue);
    if (indicator.kind === 'rubric') values = medians(values, freshness);
    if (indicator.per !== null)
      values = values.flatMap((value) => divided(value, area, number(indicator.per)));
    values = averaged(values, number(indicator.average_years));
    const current = chooseCurrent(values, method.asOfYear, freshness);
    return current === undefined ? null : level(current.value, indicator);
  };

  function readValue(row) {
    const edition = ranks.get(row.series);
    return {
      year: Number(row.year),
      value: Number(row.value),
      doubtful: row.status === 'doubtful',
      source: edition.source,
      edition: edition.edition,
      order: Number(row.revision) + Number(row.series) / 2 ** 32,
      party: edition.row.community,
      series: [edition.row],
    };
  }

  /** Several parties' marks on a ladder: the median of what each of them last said, in every year anybody said anything. */
  function medians(values, freshness) {
    const usable = values.filter(({ doubtful }) => !doubtful);
    const years = [...new Set(usable.map(({ year }) => year))];
    return years.map((year) => {
      const latest = new Map();
      for (const value of usable) {
        if (value.year > year || year - value.year > freshness) continue;
        const kept = latest.get(value.party);
        if (kept === undefined || later(value, kept) > 0) latest.set(value.party, value);
      }
      const members = [...latest.values()];
      const newest = members.reduce((best, each) => (later(each, best) > 0 ? each : best));
      const sorted = members.map(({ value }) => value).sort((a, b) => a - b);
      const half = (sorted.length - 1) / 2;
      const median = sorted[Math.floor(half)] / 2 + sorted[Math.ceil(half)] / 2;
      const editions = [...new Set(members.flatMap((each) => each.series))];
      return { ...newest, year, value: median, source: 0, edition: 0, series: editions };
    });
  }

  /** Per so many people: of that year, else of the nearest year before, else the latest known. */
  function divided(value, area, per) {
    const all = (inhabitants.get(area) ?? []).filter((row) => Number(row.inhabitants) > 0);
    const row = latestUpTo(all, value.year) ?? latestUpTo(all, method.asOfYear);
    return row === undefined ? [] : [{ ...value, value: (value.value / Number(row.inhabitants)) * per }];
  }

  /** The mean of the values of so many years, of comparable editions, two at least. */
  function averaged(values, years) {
    if (years <= 1) return values;
    const usable = values.filter(({ doubtful }) => !doubtful);
    return usable.flatMap((value) => {
      const ofYears = new Map();
      for (const other of usable) {
        if (other.year >= value.year || other.year <= value.year - years || !areComparable(value, other))
          continue;
        const kept = ofYears.get(other.year);
        if (kept === undefined || closer(other, kept, value) < 0) ofYears.set(other.year, other);
      }
      const all = [...ofYears.values(), value];
      return all.length < 2 ? [] : [{ ...value, value: sum(all.map((each) => each.value / all.length)) }];
    });
  }

  function areComparable(a, b) {
    const ids = ({ series: of }) =>
      of
        .map(({ id }) => id)
        .sort()
        .join(' ');
    if (ids(a) === ids(b)) return true;
    const [one, other] = [a.series[0], b.series[0]];
    const both = a.series.length === 1 && b.series.length === 1;
    const published = one.published === 'true' && other.published === 'true';
    return both && published && mayCompare.has(`${one.indicator}|${one.edition}|${other.edition}`);
  }
}

const later = (a, b) => a.year - b.year || a.order - b.order;
const askedFirst = (a, b) =>
  (a.source === b.source ? 0 : a.source - b.source) || b.edition - a.edition || later(b, a);

function closer(a, b, reference) {
  const strange = (each) =>
    each.source !== reference.source ? 2 : each.edition !== reference.edition ? 1 : 0;
  return strange(a) - strange(b) || askedFirst(a, b);
}

/** Of the first source with a fresh value the latest of the newest edition; never a later or doubtful one. */
function chooseCurrent(values, asOfYear, freshness) {
  return values
    .filter(({ year, doubtful }) => !doubtful && year <= asOfYear && asOfYear - year <= freshness)
    .sort(askedFirst)[0];
}

function latestUpTo(rows, year) {
  return rows
    .filter((row) => Number(row.year) <= year)
    .reduce((best, row) => (best && Number(best.year) > Number(row.year) ? best : row), undefined);
}

/** Published series in the catalogue's order, then those it does not list, then communities; by id of the edition. */
function rankSeries(series) {
  const ranks = new Map();
  const newest = new Map();
  for (const row of [...series].sort((a, b) => a.id - b.id)) {
    if (row.published !== 'true') {
      ranks.set(row.id, { row, source: COMMUNITIES, edition: 0 });
      continue;
    }
    const name = `${row.indicator}|${row.source}`;
    const place = number(row.listed);
    const soFar = Math.max(newest.get(name) ?? 0, place ?? 0);
    newest.set(name, soFar);
    const source = number(row.source_listed) ?? Number.MAX_SAFE_INTEGER;
    ranks.set(row.id, { row, source, edition: place ?? soFar + row.id / 2 ** 32 });
  }
  return ranks;
}

/** Where a value lies between the goalposts, 0 to 100. */
function level(
  x,
  { kind, worst, best, scale, band_low: low, band_high: high, band_zero_distance: distance },
) {
  if (kind === 'band') return held(100 * (1 - Math.max(low - x, 0, x - high) / distance));
  const [from, to] = [Number(worst), Number(best)];
  const phi = { linear: (v) => v, log: Math.log, log1p: Math.log1p }[scale];
  const readable = scale === 'log' && x <= 0 ? Math.min(from, to) : scale === 'log1p' ? Math.max(0, x) : x;
  return held((100 * (phi(readable) - phi(from))) / (phi(to) - phi(from)));
}

export function groupBy(rows, ...columns) {
  const groups = new Map();
  for (const row of rows) {
    const name = columns.map((column) => row[column]).join('|');
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}
