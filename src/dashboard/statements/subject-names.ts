import type { LookUp } from '../../catalogue/look-up.js';
import { subjectParts, type StatementSubject } from '../../communities/statement.js';
import type { Frame } from '../layout.js';

/** What the figure of a statement is called on a page; `undefined` for a country as a whole, and what is gone. */
export function subjectNames(
  { named }: Pick<Frame, 'named'>,
  lookUp: LookUp,
): (subject: StatementSubject) => string | undefined {
  const { principles, goals, commitments, issues, indicators } = lookUp.catalogue;
  const known = {
    principle: principles,
    goal: goals,
    issue: issues,
    indicator: indicators,
    commitment: commitments.map(({ id, title }) => ({ code: id, name: title })),
  };
  return (subject) => {
    const { kind, code } = subjectParts(subject) ?? {};
    if (kind === undefined || kind === 'country') return undefined;
    const thing = (known[kind] as readonly { readonly code: string; readonly name: string }[]).find(
      (one) => one.code === code,
    );
    return thing === undefined ? undefined : named(kind, thing);
  };
}

/** The same as `name (kind)` choices for a form, in the order of the catalogue. */
export function subjectChoices(
  frame: Pick<Frame, 'named' | 'words'>,
  lookUp: LookUp,
): readonly { readonly code: StatementSubject; readonly name: string }[] {
  const { principles, goals, commitments, issues, indicators } = lookUp.catalogue;
  const nameOf = subjectNames(frame, lookUp);
  const subjects: readonly StatementSubject[] = [
    ...principles.map(({ code }) => `principle:${code}` as const),
    ...goals.map(({ code }) => `goal:${code}` as const),
    ...issues.map(({ code }) => `issue:${code}` as const),
    ...indicators.map(({ code }) => `indicator:${code}` as const),
    ...commitments.map(({ id }) => `commitment:${id}` as const),
  ];
  return [
    { code: 'country', name: frame.words.t('statements.subject.country') },
    ...subjects.map((code) => ({
      code,
      name: frame.words.t(`statements.subject.${code.split(':')[0] ?? ''}`, { name: nameOf(code) ?? code }),
    })),
  ];
}
