import { nameIn } from '../../catalogue/name-in.js';
import { hues } from '../../charts/palette.js';
import type { Words } from '../../language/words.js';
import type { NodeKind } from '../../scoring/score.js';
import type { NodeLine } from '../report.js';
import type { ReportSources } from '../report-sources.js';
import { peerBand } from './peer-band.js';

/** A node of an area, printed. Places on the line from 0 to 100 are for drawing only. */
export interface BriefNode {
  readonly name: string;
  readonly colour: string;
  /** Absent, with the range: `without` says why. */
  readonly score?: string;
  readonly range?: string;
  readonly without?: string;
  /** Which way, coverage, age, grade: a phrase each. */
  readonly facts: readonly string[];
  readonly peers?: string;
  readonly line?: BriefLevel;
}

interface BriefLevel {
  readonly level: number;
  readonly low?: number;
  readonly high?: number;
  readonly band?: { readonly low: number; readonly middle: number; readonly high: number };
}

/** @param hue position in the palette */
export function briefNode(
  area: string,
  node: NodeLine,
  hue: number,
  sources: ReportSources,
  words: Words,
): BriefNode {
  const kind = node.kind as Exclude<NodeKind, 'framework'>;
  const { catalogue } = sources.lookUp;
  const head = {
    name: nameIn(catalogue, words.language, kind, node.code),
    colour: (hues[hue] ?? hues[0])?.light.mark ?? '#000000',
  };
  if (node.score === undefined) {
    const reason = words.t(`missing.${node.missing ?? 'NO_DATA'}`);
    const without = words.t('node.noScore', { reason, share: words.percent(node.coverage) });
    return { ...head, without, facts: [] };
  }
  const band = peerBand(area, kind, node.code, sources);
  return {
    ...head,
    score: words.score(node.score),
    ...rangeOf(node, words),
    facts: factsOf(node, words),
    ...(band && {
      peers: words.t('brief.peers', {
        group: nameIn(catalogue, words.language, 'group', band.group),
        low: words.score(band.low),
        middle: words.score(band.middle),
        high: words.score(band.high),
      }),
    }),
    line: {
      level: node.score,
      ...(node.scoreLow !== undefined && { low: node.scoreLow }),
      ...(node.scoreHigh !== undefined && { high: node.scoreHigh }),
      ...(band && { band: { low: band.low, middle: band.middle, high: band.high } }),
    },
  };
}

/** The 90 % interval in brackets; nothing while it is not known. */
export function rangeOf(
  { scoreLow, scoreHigh }: Pick<NodeLine, 'scoreLow' | 'scoreHigh'>,
  words: Words,
): { readonly range?: string } {
  if (scoreLow === undefined || scoreHigh === undefined) return {};
  return { range: words.t('node.range', { low: words.score(scoreLow), high: words.score(scoreHigh) }) };
}

function factsOf(node: NodeLine, words: Words): readonly string[] {
  const { direction, paceReason = 'NO_BASELINE', meanAgeYears, grade, gradeProvisional } = node;
  return [
    words.t(direction === undefined ? `paceReason.${paceReason}` : `status.${direction}`),
    words.t('node.coverage', { share: words.percent(node.coverage) }),
    ...(meanAgeYears === undefined ? [] : [words.t('node.age', { years: words.score(meanAgeYears) })]),
    ...(grade === undefined
      ? []
      : [words.t('node.grade', { grade, provisional: gradeProvisional === true ? 'yes' : 'no' })]),
  ];
}
