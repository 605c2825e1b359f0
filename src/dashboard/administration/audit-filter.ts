import type { AuditFilter } from '../../platform/audit/audit-trail.js';
import { Problem } from '../../platform/problem.js';
import type { SentForm } from '../sent-form.js';
import { numberIn } from './number-in.js';

const DAY_MS = 86_400_000;

/**
 * Which entries somebody asks for; days are whole ones, UTC, the last included.
 * @throws Problem audit_day (422)
 */
export function auditFilterIn(asked: SentForm): AuditFilter {
  const who = asked.text('who');
  const to = dayIn(asked.text('to'), 'to');
  return {
    subject: asked.text('subject'),
    action: asked.text('action'),
    contributorId: who === undefined ? undefined : numberIn(who),
    from: dayIn(asked.text('from'), 'from'),
    to: to && new Date(to.getTime() + DAY_MS),
    requestId: asked.text('request'),
  };
}

/** The same as a query. */
export function auditQuery(asked: SentForm): Readonly<Record<string, string | undefined>> {
  const names = ['subject', 'action', 'who', 'from', 'to', 'request'] as const;
  return Object.fromEntries(names.map((name) => [name, asked.text(name)]));
}

function dayIn(text: string | undefined, field: string): Date | undefined {
  if (text === undefined) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime())) return day;
  throw new Problem('audit_day', 422, { day: text, field });
}
