import type { Catalogue } from '../../catalogue/catalogue.js';
import { nameIn } from '../../catalogue/name-in.js';
import { inRow } from '../../language/in-row.js';
import {
  CHART_STATUSES,
  type ChartStatus,
  type StatusRow,
  type StatusSpecification,
} from '../../charts/chart-specification.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { printPercent } from '../../language/print-value.js';
import { translate } from '../../language/translate.js';
import type { CountryReport } from '../report.js';
import { editionNote, inARow, spokenIn } from './chart-head.js';

/** How the weight of each principle of a country divides by status. */
export function statusChart(
  report: CountryReport,
  catalogue: Catalogue,
  language: Language,
): StatusSpecification {
  const rows = report.principles.map(({ code, statusShares }): StatusRow => {
    const shares = CHART_STATUSES.flatMap((status) => {
      const share = statusShares[status] ?? 0;
      return share > 0 ? [{ status, share, printed: printPercent(share, language) }] : [];
    });
    return { code, label: nameIn(catalogue, language, 'principle', code), shares };
  });
  const used = new Set(rows.flatMap(({ shares }) => shares.map(({ status }) => status)));
  return {
    kind: 'status',
    ...spokenIn(language),
    title: translate(language, 'chart.status.title', {
      area: areaName(language, report.area),
      count: report.summary.withTarget,
      met: report.summary.metOrOnTrack,
    }),
    summary: translate(language, 'chart.status.summary', {
      rows: inRow(
        rows.map((row) => rowWords(row, language)),
        language,
      ),
    }),
    unit: translate(language, 'chart.unit.share'),
    notes: [editionNote(report, language)],
    statuses: CHART_STATUSES.filter((status) => used.has(status)).map((status) => ({
      status,
      label: statusWord(status, language),
    })),
    rows,
  };
}

function statusWord(status: ChartStatus, language: Language): string {
  const own = status === 'benchmark' || status === 'no_data';
  return translate(language, own ? `chart.status.${status}` : `status.${status}`);
}

function rowWords({ label, shares }: StatusRow, language: Language): string {
  const phrases = shares.map(({ status, printed }) =>
    translate(language, 'chart.status.share', { status: statusWord(status, language), share: printed }),
  );
  return translate(language, 'chart.status.row', { name: label, shares: inARow(phrases, language) });
}
