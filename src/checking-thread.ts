import { parentPort, workerData } from 'node:worker_threads';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { connect } from './data-source.js';
import { ObservationsModule } from './observations/observations.module.js';
import type { Config } from './platform/config.js';
import { LogLines } from './platform/http/log-lines.service.js';
import { PlatformModule } from './platform/platform.module.js';
import { Problem } from './platform/problem.js';
import { CheckingRunService } from './submissions/receiving/checking-run.service.js';
import type { FileSending } from './submissions/receiving/receive-later.service.js';
import { ReceiveService } from './submissions/receiving/receive.service.js';
import type { SubmissionReport } from './submissions/receiving/report.js';
import { fileUnder, type SpooledFile } from './submissions/receiving/spool.service.js';
import { SubmissionsModule } from './submissions/submissions.module.js';

/** What the thread is started with. */
export interface CheckOrder {
  readonly task: KeptFile | WaitedFor;
  readonly config: Config;
  /** Connection string. */
  readonly url: string;
}

/** A file kept under the receipt of its submission, which then says what came of it. */
interface KeptFile {
  readonly receipt: string;
}

/** A file that is not to be kept; what comes of it is told as a message. */
interface WaitedFor {
  readonly sending: Omit<FileSending, 'content'>;
  readonly file: Pick<SpooledFile, 'descriptor' | 'byteSize' | 'sha256'>;
}

export type CheckOutcome =
  | { readonly report: SubmissionReport }
  | { readonly problem: Pick<Problem, 'code' | 'status' | 'params' | 'parts' | 'extensions'> };

@Module({})
class CheckingModule {}

/** Makes one check, with connections of its own, and ends. */
const { task, config, url } = workerData as CheckOrder;
const dataSource = await connect(url);
try {
  const rooms = await NestFactory.createApplicationContext(
    {
      module: CheckingModule,
      imports: [PlatformModule.of(config, dataSource), SubmissionsModule, ObservationsModule],
    },
    { logger: new LogLines(config.log), abortOnError: false },
  );
  await rooms.get(CatalogueService, { strict: false }).refresh();
  if ('receipt' in task) {
    const checks = rooms.get(CheckingRunService, { strict: false });
    await checks.run(task.receipt, new AbortController().signal);
  } else {
    parentPort?.postMessage(await outcomeOf(rooms.get(ReceiveService, { strict: false }), task));
  }
  await rooms.close();
} finally {
  await dataSource.destroy();
}

/** A problem is told by its members: what is thrown in another thread loses its kind on the way. */
async function outcomeOf(receiver: ReceiveService, { sending, file }: WaitedFor): Promise<CheckOutcome> {
  const content = {
    file: { ...file, ...fileUnder(file.descriptor, file.byteSize), remove: () => Promise.resolve() },
  };
  try {
    return { report: await receiver.check({ ...sending, content }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, status, params, parts, extensions } = error;
    return { problem: { code, status, params, parts, extensions } };
  }
}
