import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { problemFile } from '../../reports/problem-file.js';
import type { SubmissionReport } from '../../submissions/receiving/report.js';
import { chooseMedia, MEDIA_TYPES } from '../edge/media.js';

/** Whether what a check finds is wanted as CSV. */
export function wantsFile({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/csv') && chooseMedia('', accept, ['json', 'csv']) === 'csv';
}

/** The rows that were not taken as CSV; 422 when none could be. */
export async function checkedFile(
  checking: Promise<SubmissionReport>,
  reply: FastifyReply,
  language: Language,
): Promise<string> {
  const report = await checking.catch((error: unknown) => {
    const behind = error instanceof Problem ? error.extensions['report'] : undefined;
    if (behind === undefined) throw error;
    reply.status(422);
    return behind as SubmissionReport;
  });
  const { failedRows, problems, counts } = report;
  reply.type(MEDIA_TYPES.csv).header('content-disposition', 'attachment; filename="problems.csv"');
  return problemFile({ failedRows, problems, counts }, language);
}
