import { Injectable } from '@nestjs/common';
import { NoticeRepository } from './notice.repository.js';
import { daysUntil } from './notification-matrix.js';
import { SubmissionRepository } from '../submission.repository.js';

const DAY_MS = 86_400_000;

const REMINDERS = ['reviewers_reminded', 'administrators_told'] as const;

/** Sees to it that nobody waits for a decision unnoticed. */
@Injectable()
export class NoticeReminderService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly notices: NoticeRepository,
  ) {}

  /** Reminds of what has waited long enough; once of each, also when several processes do so. */
  async remind(now: Date): Promise<void> {
    await this.submissions.inTransaction(async (manager) => {
      if (!(await this.notices.isAloneReminding(manager))) return;
      for (const code of REMINDERS) {
        const days = daysUntil(code);
        const before = new Date(now.getTime() - days * DAY_MS);
        for (const id of await this.notices.waitingSince(manager, before, code)) {
          await this.notices.add(manager, id, code, { days });
        }
      }
    });
  }
}
