import type { HintKind } from '../../communities/conduct/wording-hint.js';
import { hintsIn, type Speaker } from '../../communities/moderation/found-in.js';
import {
  MOST_WARNINGS_KEPT,
  NOTE_CODES,
  type Inspection,
  type NoteCode,
  type RowWarning,
} from './warning.js';

/** A note that stands beside one staged row or several. */
export interface StagedNote {
  readonly text: string;
  /** The first of its rows. */
  readonly row: number;
  /** Whether each of its rows has a link to evidence. */
  readonly hasEvidence: boolean;
}

const CODES: Readonly<Record<HintKind, NoteCode>> = {
  names_person: 'note_names_person',
  names_body: 'note_names_body',
  names_government: 'note_names_government',
  no_evidence: 'note_without_evidence',
};

/** What in a note does not keep to the issue, of each kind the first: warnings for its first row. */
export function noteWarnings(
  { text, row, hasEvidence }: StagedNote,
  community: Speaker | undefined,
): readonly RowWarning[] {
  const hints = hintsIn('note', [{ text }], community).filter(
    ({ kind }) => !(hasEvidence && kind === 'no_evidence'),
  );
  const firstOfKind = new Map(hints.toReversed().map(({ kind, quoted }) => [kind, quoted]));
  return Array.from(firstOfKind, ([kind, quoted]) => ({ code: CODES[kind], row, params: { quoted } }));
}

/** With these warnings after the others: counted all, and of each code the first kept. */
export function withNoteWarnings(inspection: Inspection, found: readonly RowWarning[]): Inspection {
  const groups = NOTE_CODES.map((code) => ({
    code,
    warnings: found.filter((warning) => warning.code === code),
  })).filter(({ warnings }) => warnings.length > 0);
  const kept = groups.flatMap(({ warnings }) => warnings.slice(0, MOST_WARNINGS_KEPT));
  const counts = Object.fromEntries(groups.map(({ code, warnings }) => [code, warnings.length] as const));
  return {
    ...inspection,
    warnings: [...inspection.warnings, ...kept],
    warningsByCode: { ...inspection.warningsByCode, ...counts },
  };
}
