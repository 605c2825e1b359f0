import type { LookUp } from '../catalogue/look-up.js';
import { Problem, type ProblemPart } from '../platform/problem.js';
import { textFaults, trimmedTexts, type SentTexts } from './checked-texts.js';
import type { Community } from './community.js';
import type { Texts } from './nri-card.js';
import { subjectParts, type StatementAuthor, type StatementSubject } from './statement.js';

export const LONGEST_STATEMENT = 1_000;

/** A statement as somebody sends it. */
export interface SentStatement {
  /** Code of the community that speaks; absent: the one the sender may speak for. */
  readonly community?: string | undefined;
  readonly area: string;
  readonly subject: string;
  readonly release?: string | undefined;
  readonly texts: SentTexts;
}

/** @throws Problem statement_faults (422) naming each fault */
export function checkedTexts(sent: SentTexts): Texts {
  const texts = trimmedTexts(sent);
  const faults = [
    ...textFaults(sent, '/texts', LONGEST_STATEMENT),
    ...(Object.keys(texts).length === 0 ? [{ code: 'statement_text', pointer: '/texts' }] : []),
  ];
  if (faults.length > 0) throw new Problem('statement_faults', 422, {}, faults);
  return texts;
}

/**
 * What a statement is about.
 * @throws Problem statement_faults (422) for what there is not
 */
export function checkedSubject(
  { area, subject }: Pick<SentStatement, 'area' | 'subject'>,
  lookUp: LookUp,
): StatementSubject {
  const faults: ProblemPart[] = [];
  if (lookUp.area(area)?.scored !== true)
    faults.push({ code: 'statement_area', pointer: '/area', value: area });
  if (!isSubject(subject, lookUp))
    faults.push({ code: 'statement_subject', pointer: '/subject', value: subject });
  if (faults.length > 0) throw new Problem('statement_faults', 422, {}, faults);
  return subject as StatementSubject;
}

export function isSubject(subject: string, lookUp: LookUp): subject is StatementSubject {
  const parts = subjectParts(subject);
  if (parts === undefined) return false;
  const { kind, code = '' } = parts;
  if (kind === 'country') return true;
  const { principles, goals, commitments } = lookUp.catalogue;
  const known = {
    indicator: () => lookUp.indicator(code) !== undefined,
    issue: () => lookUp.issue(code) !== undefined,
    principle: () => principles.some((one) => one.code === code),
    goal: () => goals.some((one) => one.code === code),
    commitment: () => commitments.some(({ id }) => id === code),
  };
  return known[kind]();
}

/**
 * For whom a community speaks about an area: a public body that stands for one State speaks for it, any other community
 * for itself. `undefined`: for nobody there.
 */
export function speakerOn(
  area: string,
  { areas, stakeholder, kind }: Pick<Community, 'areas' | 'stakeholder' | 'kind'>,
): StatementAuthor['kind'] | undefined {
  if (kind === 'system' || !areas.includes(area)) return undefined;
  if (stakeholder !== 'government') return 'community';
  return areas.length === 1 ? 'state' : undefined;
}
