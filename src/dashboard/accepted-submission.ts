import type { Submission } from '../submissions/submission.js';
import type { AcceptedSubmission } from './pages/submission.page.js';

/** What everybody may know of an accepted submission. */
export function acceptedSubmission(submission: Submission): AcceptedSubmission {
  const { receipt, communityName, fileName, sha256, receivedAt, state, counts } = submission;
  return {
    receipt,
    communityName,
    fileName,
    sha256,
    receivedAt: receivedAt.toISOString(),
    state,
    rows: { total: counts.rows, good: counts.good },
  };
}
