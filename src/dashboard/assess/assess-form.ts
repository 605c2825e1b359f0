import { CONFIDENCES, type Confidence } from '../../catalogue/confidence.js';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import type { TookPart } from '../../catalogue/took-part.js';
import { Problem } from '../../platform/problem.js';
import type { AssessmentAnswer } from '../../submissions/assessing/assessment-draft.js';
import { checkGroups } from '../../submissions/checking/check-groups.js';
import type { SentForm } from '../sent-form.js';

/** Most characters of the fields for links and for a note, as the checks of rows have them. */
export const MOST_EVIDENCE = 2_000;
export const MOST_NOTE = 4_000;

/** Name, and id, of the field for the persons of a group. */
export function personsField(group: string): string {
  return `persons.${group}`;
}

/** Chosen indicators, in the order of the catalogue: those that were ticked, or all. */
export function indicatorsIn(form: SentForm, known: readonly string[]): readonly string[] {
  if (form.has('all')) return known;
  const ticked = form.all('indicator');
  return known.filter((code) => ticked.includes(code));
}

/**
 * Who took part: groups that were ticked, and those with a number of persons. Read as the cell of a file is, so that
 * numbers are protected before anything is kept.
 * @returns `undefined` when no group is named
 * @throws Problem assessment_persons (422) with the group
 */
export function tookPartIn(form: SentForm): TookPart | undefined {
  const ticked = form.all('group');
  const named = STAKEHOLDER_GROUPS.map((group) => ({
    group,
    persons: form.text(personsField(group)),
  })).filter(({ group, persons }) => ticked.includes(group) || persons !== undefined);
  const taken = named.flatMap(({ group, persons }) => {
    const cell = checkGroups(persons === undefined ? group : `${group} (${persons.replace(/[()]/g, '')})`);
    if ('fault' in cell) throw new Problem('assessment_persons', 422, { group, value: persons ?? '' });
    return cell;
  });
  return taken.length === 0 ? undefined : taken;
}

export function confidenceIn(form: SentForm): Confidence | undefined {
  return CONFIDENCES.find((known) => known === form.text('confidence'));
}

/** The answer to a question; without a level it is left out. Levels that the ladder does not have are none. */
export function answerIn(form: SentForm, levels: readonly number[]): AssessmentAnswer {
  const level = levels.find((known) => String(known) === form.text('level'));
  const evidence = linesOf(form.text('evidence')?.slice(0, MOST_EVIDENCE));
  const note = form.text('note')?.slice(0, MOST_NOTE);
  const confidence = confidenceIn(form);
  return {
    ...(level !== undefined && { level }),
    ...(evidence !== undefined && { evidence }),
    ...(confidence !== undefined && { confidence }),
    ...(note !== undefined && { note }),
  };
}

/** Lines as all systems write them, without empty ones. */
function linesOf(text: string | undefined): string | undefined {
  const lines = text?.split(/\s*\n\s*/).filter((line) => line !== '');
  return lines?.join('\n');
}
