import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import type { PublishedSeries } from '../catalogue/catalogue.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Seeds } from '../catalogue/check-catalogue.js';
import type { SeedObservations } from '../catalogue/seed-observations.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import { CheckFindings } from '../submissions/checking/check-rows.js';
import { newReceipt } from '../submissions/receipt.js';
import type { GoodRow } from '../submissions/checking/staged-row.js';
import { StagingRepository } from '../submissions/checking/staging.repository.js';
import { SubmissionRepository } from '../submissions/submission.repository.js';
import { AcceptanceService } from './acceptance.service.js';
import { SeriesEditionRepository } from './series-edition.repository.js';

/** What loading the bundled figures came to. */
export interface SeededFigures {
  /** Files that were new or had changed. */
  readonly files: number;
  /** Figures in them. */
  readonly figures: number;
}

/** Loads the figures that come with the seeds: one accepted submission of the installation for each file. */
@Injectable()
export class SeededFiguresService {
  constructor(
    private readonly access: AccessService,
    private readonly catalogues: CatalogueService,
    private readonly submissions: SubmissionRepository,
    private readonly staging: StagingRepository,
    private readonly acceptance: AcceptanceService,
    private readonly series: SeriesEditionRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Takes in the files that are new or whose bytes have changed since they were last accepted; all of them or none.
   * The catalogue of the same seeds must be in force already.
   * @param directory where the seeds were read
   */
  async load(directory: string, seeds: Pick<Seeds, 'catalogue' | 'observations'>): Promise<SeededFigures> {
    const actor = await this.access.installation();
    return this.submissions.inTransaction(async (manager) => {
      const communityId = await this.series.publisherId(manager);
      await this.submissions.holdCommunity(manager, communityId);
      await this.series.describe(manager, communityId, seeds.catalogue.series);
      let files = 0;
      let figures = 0;
      for (const file of seeds.observations) {
        const before = await this.submissions.latestOfInstallation(manager, file.file);
        if (file.rows.length === 0 || before?.sha256 === file.sha256) continue;
        const { size } = await stat(join(directory, file.file));
        await this.take(manager, actor, communityId, { ...file, byteSize: size }, seeds.catalogue.series);
        files++;
        figures += file.rows.length;
      }
      return { files, figures };
    });
  }

  private async take(
    manager: EntityManager,
    actor: Actor,
    communityId: number,
    file: SeedObservations & { readonly byteSize: number },
    series: readonly PublishedSeries[],
  ): Promise<void> {
    const { contributorId } = actor;
    const { sha256, byteSize, file: fileName } = file;
    const receipt = newReceipt();
    const begun = { receipt, communityId, contributorId, fileName, byteSize, sha256 };
    const id = await this.submissions.begin(manager, {
      ...begun,
      channel: 'installation',
      mediaType: 'text/csv',
    });
    if (id === undefined) throw new TypeError(`${fileName} could not be begun`);
    await this.staging.stage(manager, id, goodRows(file, series), this.catalogues);
    await this.submissions.finishCheck(manager, id, CheckFindings.allGood(file.rows.length));
    await this.submissions.addDecision(manager, id, { contributorId, communityId }, { decision: 'accept' });
    await this.submissions.setState(manager, id, 'in_review');
    await this.submissions.setState(manager, id, 'accepted');
    await this.audit.append(manager, {
      contributorId,
      action: 'submission.accepted',
      subject: `submission:${String(id)}`,
      detail: { receipt, fileName, sha256, rows: file.rows.length },
    });
    await this.acceptance.absorb(manager, actor, { id, receipt });
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- staging waits for what it reads, whatever that is
async function* goodRows(
  { indicator, rows }: SeedObservations,
  series: readonly PublishedSeries[],
): AsyncGenerator<readonly GoodRow[]> {
  const own = series.filter((one) => one.indicator === indicator);
  const sources = new Map(own.map(({ edition, series: source }) => [edition, source]));
  yield rows.map(({ line, ...figure }) => ({
    ...figure,
    row: line,
    indicator,
    source: sources.get(figure.edition) ?? figure.edition,
  }));
}
