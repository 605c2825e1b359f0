import type { ProfileRow, ProfileSpecification } from '../../charts/chart-specification.js';
import { areaName } from '../../language/area-name.js';
import { nameIn } from '../../catalogue/name-in.js';
import type { Language } from '../../language/language.js';
import { printScore } from '../../language/print-score.js';
import { translate } from '../../language/translate.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { peerGroups } from '../peers.js';
import type { CountryReport } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { editionNote, inARow, spokenIn } from './chart-head.js';

/** Where a country stands on each principle, how sure that is, and where the others of its group stand. */
export function profileChart(
  report: CountryReport,
  { board, lookUp }: ReportSources,
  language: Language,
): ProfileSpecification {
  const { catalogue } = lookUp;
  const [group] = peerGroups(lookUp.groupsOfArea(report.area.code));
  const peers = (group?.members ?? []).filter((code) => code !== report.area.code);
  const shown = peers.length >= catalogue.method.minPeers ? peers : [];
  const rows = report.principles.map((principle, position): ProfileRow => {
    const { code, score, scoreLow, scoreHigh } = principle;
    return withoutUndefined({
      code,
      label: nameIn(catalogue, language, 'principle', code),
      value: score,
      low: scoreLow,
      high: scoreHigh,
      printed: printed(principle, language),
      peers: shown.flatMap((area) => board.nodeScore(area, 'principle', code).score ?? []),
      hue: position,
    });
  });
  return withoutUndefined({
    kind: 'profile' as const,
    ...spokenIn(language),
    title: titleOf(report, rows, language),
    summary: translate(language, 'chart.profile.summary', {
      rows: inARow(
        rows.map(({ label, printed: figure }) =>
          translate(language, 'chart.note.area', { name: label, figure }),
        ),
        language,
      ),
    }),
    unit: translate(language, 'chart.unit.score'),
    notes: [editionNote(report, language)],
    rows,
    rangeLabel: rows.some(({ low }) => low !== undefined)
      ? translate(language, 'chart.profile.range')
      : undefined,
    peersLabel:
      group !== undefined && rows.some((row) => row.peers.length > 0)
        ? translate(language, 'chart.profile.peers', {
            group: nameIn(catalogue, language, 'group', group.code),
          })
        : undefined,
  });
}

function printed(
  { score, scoreLow, scoreHigh }: CountryReport['principles'][number],
  language: Language,
): string {
  if (score === undefined) return translate(language, 'chart.noScore');
  if (scoreLow === undefined || scoreHigh === undefined) return printScore(score, language);
  return translate(language, 'chart.figureWithRange', {
    score: printScore(score, language),
    low: printScore(scoreLow, language),
    high: printScore(scoreHigh, language),
  });
}

function titleOf({ area }: CountryReport, rows: readonly ProfileRow[], language: Language): string {
  const ordered = rows
    .flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
    .sort((one, other) => other.value - one.value);
  const [highest] = ordered;
  const lowest = ordered.at(-1);
  return translate(language, 'chart.profile.title', {
    area: areaName(language, area),
    count: ordered.length,
    highest: highest?.label ?? '',
    highestScore: highest === undefined ? '' : printScore(highest.value, language),
    lowest: lowest?.label ?? '',
    lowestScore: lowest === undefined ? '' : printScore(lowest.value, language),
  });
}
