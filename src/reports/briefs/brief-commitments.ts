import type { Catalogue } from '../../catalogue/catalogue.js';
import { nameIn } from '../../catalogue/name-in.js';
import { unitIn } from '../../catalogue/text-in.js';
import type { Words } from '../../language/words.js';
import type { CommitmentLine, CountryReport, IndicatorLine } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { rangeOf } from './brief-nodes.js';
import { isolated } from './isolated.js';

/** The commitments of one objective, printed: those that figures speak to, and those that none does. */
export interface BriefObjective {
  readonly name: string;
  readonly known: readonly BriefCommitment[];
  readonly without: readonly { readonly paragraph: string; readonly title: string }[];
}

interface BriefCommitment {
  readonly paragraph: string;
  readonly title: string;
  readonly score?: string;
  readonly range?: string;
  /** The first figures that speak to it, with unit and year, and how many more there are. */
  readonly evidence: readonly string[];
}

const EVIDENCE_SHOWN = 2;

/** The scored commitments of a country by objective, in catalogue order; those of no objective last. */
export function briefCommitments(
  report: CountryReport,
  { lookUp: { catalogue } }: ReportSources,
  words: Words,
): readonly BriefObjective[] {
  const lines = new Map(report.indicators.map((line) => [line.indicator, line]));
  const evidenceOf = ({ links }: CommitmentLine): readonly IndicatorLine[] =>
    links.flatMap(({ indicator }) => lines.get(indicator) ?? []).filter(({ figure }) => figure !== undefined);
  const place = ({ code, paragraph }: CommitmentLine) => ({
    paragraph: `§${paragraph}`,
    title: nameIn(catalogue, words.language, 'commitment', code),
  });
  const objectives = [
    ...catalogue.objectives.map(({ code }) => ({
      code,
      name: nameIn(catalogue, words.language, 'objective', code),
    })),
    { code: undefined, name: words.t('commitments.followUp') },
  ];
  return objectives.flatMap(({ code, name }) => {
    const own = report.commitments.filter(({ objective, scored }) => scored && objective === code);
    if (own.length === 0) return [];
    const known = own.filter((line) => evidenceOf(line).length > 0);
    return [
      {
        name,
        known: known.map((line) => ({
          ...place(line),
          ...(line.score !== undefined && { score: words.score(line.score) }),
          ...rangeOf(line, words),
          evidence: evidenceWords(evidenceOf(line), catalogue, words),
        })),
        without: own.filter((line) => !known.includes(line)).map(place),
      },
    ];
  });
}

function evidenceWords(
  lines: readonly IndicatorLine[],
  catalogue: Catalogue,
  words: Words,
): readonly string[] {
  const shown = lines.slice(0, EVIDENCE_SHOWN).map((one) => figureWords(one, catalogue, words));
  const more = lines.length - shown.length;
  return more === 0 ? shown : [...shown, words.t('brief.more', { count: more })];
}

/** A figure with its name, unit and year. */
export function figureWords(
  { indicator, value, year, unit, assessment }: IndicatorLine,
  catalogue: Catalogue,
  words: Words,
): string {
  const name = nameIn(catalogue, words.language, 'indicator', indicator);
  if (value === undefined || year === undefined) return name;
  const quantity = isolated(words.quantity(value, unitIn(catalogue, words.language, unit)), words);
  const sentence = assessment?.disputed === true ? 'brief.figure.disputed' : 'brief.figure';
  return words.t(sentence, { name, value: quantity, year: words.year(year) });
}
