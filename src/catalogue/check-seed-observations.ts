import type { Indicator, Method, PublishedSeries } from './catalogue.js';
import { FIGURES_FILE, SEED_FILES } from './read-seeds.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import { codesFrom, type KnownCodes, type SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import type { SeedObservation, SeedObservations } from './seed-observations.js';
import { nearestWord } from '../platform/nearest-word.js';

interface FiguresContext {
  readonly indicators: readonly Indicator[];
  readonly indicatorCodes: KnownCodes;
  readonly areaCodes: KnownCodes;
  readonly series: readonly PublishedSeries[];
  readonly method: Method;
}

/** observations/<INDICATOR>.csv: each figure of a known area, in an edition whose source is told, within limits. */
export function checkSeedObservations(
  seeds: SeedDirectory,
  { indicators, indicatorCodes, areaCodes, series, method }: FiguresContext,
  faults: SeedFault[],
): SeedObservations[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const files = [...seeds.tables.values()].filter(
    ({ file }) => !(SEED_FILES as readonly string[]).includes(file),
  );
  return files.flatMap(({ file, sha256 }) => {
    const code = FIGURES_FILE.exec(file)?.[1];
    if (code === undefined) return [];
    const indicator = byCode.get(code);
    if (!indicatorCodes.has(code)) {
      const near = nearestWord(code, byCode.keys());
      const hint = near === undefined ? 'Name the file after an indicator.' : `Did you mean ${near}.csv?`;
      faults.push({ file, sentence: `There is no indicator "${code}".`, hint });
    }
    if (indicator === undefined) return [];
    const editions = new Map(
      series.filter((one) => one.indicator === code).map((one) => [one.edition, one] as const),
    );
    const known = codesFrom('observations/sources.csv', [...editions.keys()], faults);
    const required = ['country', 'year', 'value', 'edition', 'status'];
    const fields = fieldsOf(seeds, file, { required }, faults);
    checkUnique(fields, ['country', 'year', 'edition']);
    const rows = fields.map((row) =>
      checkFigure(row, { indicator, areaCodes, known, editions, asOfYear: method.asOfYear }),
    );
    return [{ indicator: code, file, sha256, rows }];
  });
}

interface FigureContext {
  readonly indicator: Indicator;
  readonly areaCodes: KnownCodes;
  /** Codes of editions that may stand here. */
  readonly known: KnownCodes;
  readonly editions: ReadonlyMap<string, PublishedSeries>;
  readonly asOfYear: number;
}

function checkFigure(
  row: SeedFields,
  { indicator, areaCodes, known, editions, asOfYear }: FigureContext,
): SeedObservation {
  const year = row.year('year');
  const value = row.number('value');
  const { hardMin = -Infinity, hardMax = Infinity } = indicator;
  if (value < hardMin || value > hardMax) {
    const hint = `A right value lies from ${String(hardMin)} to ${String(hardMax)} (${indicator.unit}).`;
    row.fault('value', `${String(value)} lies outside the limits of ${indicator.code}.`, hint);
  }
  if (year > asOfYear) {
    row.fault(
      'year',
      `${String(year)} lies after the as-of year of the method.`,
      `Write ${String(asOfYear)} or earlier.`,
    );
  }
  const edition = row.text('edition');
  const source = editions.get(edition);
  if (edition !== '' && !known.has(edition)) {
    const hint = `Add it to observations/sources.csv with indicator ${indicator.code}, or mend the spelling.`;
    row.fault('edition', `The edition "${edition}" has no source.`, hint);
  } else if (source !== undefined && (year < source.fromYear || year > source.toYear)) {
    const hint = `In sources.csv it runs from ${String(source.fromYear)} to ${String(source.toYear)}.`;
    row.fault('year', `The edition "${edition}" does not reach ${String(year)}.`, hint);
  }
  return {
    area: row.reference('country', areaCodes, 'area'),
    year,
    value,
    edition,
    status: row.oneOf('status', [
      'normal',
      'estimated',
      'provisional',
      'modelled',
      'self_assessed',
      'doubtful',
    ]),
    line: row.record.line,
  };
}
