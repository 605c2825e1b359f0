import { flagMeanings, natureOfFigure, noted, observationStatus, type FlagMeaning } from '../value-flag.js';
import type { Plan } from './layout.js';

const NOTHING: readonly FlagMeaning[] = [];

/** What the columns of flags say of the figures of a row. */
export function flagsOfRow({ roles }: Plan, cells: readonly string[]): readonly FlagMeaning[] {
  const flag = roles.flag === undefined ? '' : (cells[roles.flag[0] ?? -1] ?? '').trim();
  const nature = roles.nature === undefined ? '' : (cells[roles.nature[0] ?? -1] ?? '').trim();
  if (flag === '' && nature === '') return NOTHING;
  return [...(flag === '' ? NOTHING : readFlag(flag)), ...(nature === '' ? NOTHING : readNature(nature))];
}

/** SDMX writes one large letter, Eurostat small ones, perhaps several. An unknown flag is kept as a note, as sent. */
function readFlag(text: string): readonly FlagMeaning[] {
  const code = observationStatus(text);
  const marks = flagMeanings(text);
  const isSmall = /^[a-z]/.test(text);
  const meanings = isSmall ? (marks ?? (code && [code])) : ((code && [code]) ?? marks);
  return meanings ?? [noted(text)];
}

function readNature(text: string): readonly FlagMeaning[] {
  const meaning = natureOfFigure(text);
  return [meaning ?? noted(text)];
}
