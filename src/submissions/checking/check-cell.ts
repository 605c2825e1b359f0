import { evidenceLinks, MOST_LINKS } from '../../catalogue/evidence-links.js';
import { FIGURE_STATUSES, type FigureStatus } from './figure-status.js';
import type { RowProblemCode } from './row-problem.js';

/** Why a cell cannot be taken. */
export interface CellFault {
  readonly fault: RowProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Whether a calendar year lies from 1900 to the last year of the edition. */
export function checkYear(year: number, asOfYear: number): number | CellFault {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return { fault: 'year_out_of_range', params: { first: FIRST_YEAR, last: asOfYear } };
  }
  return year > asOfYear ? { fault: 'year_in_future', params: { last: asOfYear } } : year;
}

/** @param unsaid the status when the cell is empty */
export function checkStatus(cell: string, unsaid: FigureStatus): FigureStatus | CellFault {
  if (cell === '') return unsaid;
  const folded = cell.toLowerCase().replace(/[\s_-]+/g, '_');
  const status = FIGURE_STATUSES.find((known) => known === folded);
  return status ?? { fault: 'unknown_status', params: { known: FIGURE_STATUSES.join(', ') } };
}

/** Most characters of a text. */
const LONGEST = { source: 500, edition: 500, note: 4_000, evidence: 2_000 } as const;

/** Control characters but for tab and line ends, and halves of characters: no database and no page takes them. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

export function checkText(cell: string, column: keyof typeof LONGEST): string | CellFault {
  if (cell === '' && column === 'source') return { fault: 'missing_source' };
  if (cell.length > LONGEST[column]) return { fault: 'text_too_long', params: { most: LONGEST[column] } };
  return UNPRINTABLE.test(cell) ? { fault: 'control_character' } : cell;
}

/**
 * Addresses of what proves a figure, parted by spaces; an assessment on the ladder must have one. They are stored, never
 * fetched.
 */
export function checkEvidence(cell: string, required: boolean): string | CellFault {
  if (cell === '') return required ? { fault: 'missing_evidence' } : cell;
  const text = checkText(cell, 'evidence');
  if (typeof text !== 'string') return text;
  const links = evidenceLinks(text.replace(/[;,|](?=\s)/g, ' '));
  if (!links.every(isWebAddress)) return { fault: 'evidence_not_a_link' };
  return links.length > MOST_LINKS
    ? { fault: 'too_many_links', params: { most: MOST_LINKS } }
    : links.join(' ');
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
}
