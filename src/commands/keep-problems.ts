import { writeFile } from 'node:fs/promises';
import { Problem } from '../platform/problem.js';
import { problemFile } from '../reports/problem-file.js';
import type { SubmissionReport } from '../submissions/receiving/report.js';
import type { Loaded } from './load-file.js';

/**
 * Writes the rows that a loading does not take to a file, also when it takes none, and goes on as the loading does.
 * @param path absent: nothing is written
 */
export async function keepingProblems(path: string | undefined, loading: Promise<Loaded>): Promise<Loaded> {
  const keep = async ({ failedRows, problems, counts }: SubmissionReport): Promise<void> => {
    if (path === undefined || counts.problems === 0) return;
    await writeFile(path, problemFile({ failedRows, problems, counts }, 'en'));
  };
  try {
    const loaded = await loading;
    await keep(loaded.report);
    return loaded;
  } catch (error) {
    const report = error instanceof Problem ? error.extensions['report'] : undefined;
    if (report !== undefined) await keep(report as SubmissionReport);
    throw error;
  }
}
