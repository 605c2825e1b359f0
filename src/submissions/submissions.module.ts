import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ReceiptService } from './receipt.service.js';
import { ReceiveService } from './receive.service.js';
import { ReviewService } from './review.service.js';
import { SpoolService } from './spool.service.js';
import { StagingRepository } from './staging.repository.js';
import { SubmissionRepository } from './submission.repository.js';
import { WithdrawalService } from './withdrawal.service.js';

@Module({
  imports: [CatalogueModule],
  providers: [
    SubmissionRepository,
    StagingRepository,
    SpoolService,
    ReceiveService,
    ReviewService,
    ReceiptService,
    WithdrawalService,
  ],
  exports: [
    SubmissionRepository,
    StagingRepository,
    SpoolService,
    ReceiveService,
    ReviewService,
    ReceiptService,
    WithdrawalService,
  ],
})
export class SubmissionsModule {}
