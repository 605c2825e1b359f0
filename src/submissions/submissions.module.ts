import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { AssessmentDraftRepository } from './assessing/assessment-draft.repository.js';
import { AssessmentService } from './assessing/assessment.service.js';
import { CheckingService } from './receiving/checking.service.js';
import { CheckingRunService } from './receiving/checking-run.service.js';
import { CheckingJobRepository } from './receiving/checking-job.repository.js';
import { CheckingJobService } from './receiving/checking-job.service.js';
import { DraftRepository } from './receiving/draft.repository.js';
import { DraftService } from './receiving/draft.service.js';
import { ProgressRepository } from './receiving/progress.repository.js';
import { ProgressService } from './receiving/progress.service.js';
import { ContactRepository } from './notices/contact.repository.js';
import { ContactService } from './notices/contact.service.js';
import { FeedAddressRepository } from './notices/feed-address.repository.js';
import { NoticeFeedService } from './notices/notice-feed.service.js';
import { NewsRepository } from './notices/news.repository.js';
import { NoticeMailRepository } from './notices/notice-mail.repository.js';
import { NoticeMailService } from './notices/notice-mail.service.js';
import { KeyExpiryService } from './notices/key-expiry.service.js';
import { NoticeReminderService } from './notices/notice-reminder.service.js';
import { NoticeRoundService } from './notices/notice-round.service.js';
import { CorrectionRepository } from './reviewing/correction.repository.js';
import { CorrectionService } from './reviewing/correction.service.js';
import { NoticeRepository } from './notices/notice.repository.js';
import { ReceiptService } from './receipt.service.js';
import { ReceiveLaterService } from './receiving/receive-later.service.js';
import { ReceiveService } from './receiving/receive.service.js';
import { ReviewService } from './reviewing/review.service.js';
import { SpoolService } from './receiving/spool.service.js';
import { ColumnMappingRepository } from './checking/column-mapping.repository.js';
import { NoteInspectionService } from './checking/note-inspection.service.js';
import { WarningRepository } from './checking/warning.repository.js';
import { SenderVocabularyService } from './checking/sender-vocabulary.service.js';
import { StagingRepository } from './checking/staging.repository.js';
import { StepService } from './reviewing/step.service.js';
import { SubmissionRepository } from './submission.repository.js';
import { WithdrawalService } from './reviewing/withdrawal.service.js';

@Module({
  imports: [CatalogueModule, CommunitiesModule],
  providers: [
    SenderVocabularyService,
    SubmissionRepository,
    NoticeRepository,
    NewsRepository,
    NoticeMailRepository,
    NoticeMailService,
    NoticeReminderService,
    KeyExpiryService,
    NoticeRoundService,
    NoticeFeedService,
    FeedAddressRepository,
    ContactRepository,
    ContactService,
    StagingRepository,
    WarningRepository,
    NoteInspectionService,
    ColumnMappingRepository,
    SpoolService,
    CheckingService,
    CheckingRunService,
    CheckingJobRepository,
    CheckingJobService,
    DraftRepository,
    DraftService,
    ProgressRepository,
    ProgressService,
    ReceiveService,
    ReceiveLaterService,
    StepService,
    ReviewService,
    CorrectionRepository,
    CorrectionService,
    ReceiptService,
    WithdrawalService,
    AssessmentDraftRepository,
    AssessmentService,
  ],
  exports: [
    SubmissionRepository,
    NoticeRepository,
    NoticeMailService,
    NoticeReminderService,
    NoticeRoundService,
    NoticeFeedService,
    ContactService,
    StagingRepository,
    WarningRepository,
    ColumnMappingRepository,
    SpoolService,
    CheckingService,
    CheckingRunService,
    CheckingJobService,
    DraftService,
    ProgressService,
    ReceiveService,
    ReceiveLaterService,
    StepService,
    ReviewService,
    CorrectionRepository,
    CorrectionService,
    ReceiptService,
    WithdrawalService,
    AssessmentService,
  ],
})
export class SubmissionsModule {}
