import { Injectable } from '@nestjs/common';
import { maySubmitFor, type Actor } from '../../access/actor.js';
import { Problem, type ProblemPart } from '../../platform/problem.js';
import { findCells } from '../checking/cells.js';
import { SenderVocabularyService } from '../checking/sender-vocabulary.service.js';
import { CheckingService } from '../receiving/checking.service.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { correctRows } from './correct-rows.js';
import type { Change, CorrectedCell } from './correction.js';
import { CorrectionRepository } from './correction.repository.js';
import type { KeptRow } from '../checking/staging.repository.js';
import { StepService } from './step.service.js';
import type { Submission } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

/** How a correction is to be read, beside what goes along with every step. */
export interface Correcting extends Circumstances {
  /** The decimal sign of the new texts, where they leave it open. */
  readonly decimal?: '.' | ',' | undefined;
}

/** Lets senders correct what a reviewer returned, in the cells that were named and nowhere else. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly corrections: CorrectionRepository,
    private readonly vocabularies: SenderVocabularyService,
    private readonly checking: CheckingService,
    private readonly steps: StepService,
  ) {}

  /**
   * Corrects cells of a returned submission and hands it in again. Cells that were named and are left out stay as they
   * are; a cell written as it was is confirmed.
   * @returns the submission, received again
   * @throws Problem submission_not_found (404), stale_version (412), not_a_submitter (403), not_returned (409);
   *   no_cells, cells_not_found or still_wrong (422), and nothing is changed
   */
  async correct(
    actor: Actor,
    receipt: string,
    cells: readonly CorrectedCell[],
    correcting: Correcting = {},
  ): Promise<Submission> {
    return this.submissions.inTransaction(async (manager) => {
      const submission = await this.steps.hold(manager, actor, receipt, correcting);
      const { id, state, communityId, communityCode } = submission;
      if (!maySubmitFor(actor, communityId)) {
        throw new Problem('not_a_submitter', 403, { community: communityCode });
      }
      if (state !== 'returned') throw new Problem('not_returned', 409, { state });
      if (cells.length === 0) throw new Problem('no_cells', 422);
      const { decisionId, cells: returned } = await this.corrections.lastReturn(manager, id);
      const written = findCells(cells, returned, 'cell_not_returned').map((cell, index) => ({
        ...cell,
        value: cells[index]?.value ?? null,
      }));
      const ordinals = [...new Set(written.map(({ ordinal }) => ordinal))];
      const { rows, changes, problems } = correctRows(
        await this.corrections.rows(manager, id, ordinals),
        written,
        await this.vocabularies.of(manager, communityId, actor.areas ?? []),
        correcting.decimal,
      );
      refuseWrong(problems);
      await this.submissions.setState(manager, id, 'checking');
      const { contributorId } = actor;
      await this.corrections.replace(manager, id, { decisionId, contributorId }, { rows, changes });
      refuseWrong(await this.corrections.duplicates(manager, id, ordinals));
      await this.checking.compareAgain(manager, { submissionId: id, communityId, isScaleSaid: true });
      const notice = { code: 'corrected', params: { cells: written.length } } as const;
      const detail = { decisionId, changes: changes.map(withoutFreeText) };
      const taken = { actor, role: 'submitter', submission } as const;
      const step = { ...taken, through: ['received'], notice, detail } as const;
      return this.steps.take(manager, step, correcting);
    });
  }

  /** Received rows by their places, in the order of the file; of a submission that the caller may read. */
  async rows(submissionId: number, ordinals: readonly number[]): Promise<readonly KeptRow[]> {
    return this.corrections.rows(this.submissions.manager, submissionId, ordinals);
  }

  /** What was corrected in a submission, oldest first. */
  async changes(submissionId: number): Promise<readonly Change[]> {
    return this.corrections.changes(submissionId);
  }
}

/** Remarks and evidence may name persons: the trail tells that they changed, the corrections how. */
function withoutFreeText(cell: { readonly column: string }): object {
  const isFree = cell.column === 'note' || cell.column === 'evidence';
  return isFree ? { ...cell, before: undefined, after: undefined } : cell;
}

function refuseWrong(problems: readonly ProblemPart[]): void {
  if (problems.length > 0) throw new Problem('still_wrong', 422, { problems: problems.length }, problems);
}
