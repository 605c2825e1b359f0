import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import type { Community } from '../../communities/community.js';
import type { Statement } from '../../communities/statement.js';
import type { SeriesEdition } from '../../observations/observation.js';
import { PastObservationRepository } from '../../observations/past-observation.repository.js';
import { buildInSteps } from '../../scoring/board/score-board.js';
import { finishInTurns } from '../../scoring/board/steps.js';
import { freezeIntervals } from '../../scoring/releases/frozen-intervals.js';
import { FROZEN, PACKAGE, type Release, type ReleasePart } from '../../scoring/releases/release.js';
import { inOrder, sealObservations, sealScoresInSteps, type Seal } from '../../scoring/releases/seal.js';
import { ScoreIntervalsService } from '../../scoring/uncertainty/score-intervals.service.js';
import { buildPackage, type BuiltPackage } from '../package/build-package.js';
import { citationOf, type Citation } from '../package/citation.js';
import type { ReportSources } from '../report-sources.js';
import { FORMAT, writeFrozen, type FrozenRelease } from './frozen-release.js';

/** What a release is built from: the rest the database holds by these numbers. */
interface ReleasePins {
  readonly publicUrl?: string | undefined;
  readonly revision: number;
  readonly catalogueVersion: number;
  /** At least those of the observations. */
  readonly seriesEditions: readonly SeriesEdition[];
  readonly communities: readonly Community[];
  readonly statements: readonly Statement[];
}

/** What a release says, without intervals. */
interface Gathered {
  readonly sources: ReportSources;
  readonly catalogueSha256: string;
  readonly observations: Seal;
  readonly scores: Seal;
  /** Ids of those that the observations came in. */
  readonly submissions: readonly number[];
}

export interface BuiltRelease {
  readonly frozen: FrozenRelease;
  readonly parts: readonly ReleasePart[];
  /** Files inside of the package. */
  readonly contents: BuiltPackage['parts'];
  readonly catalogue: Catalogue;
  readonly citation: Citation;
}

/** Builds releases: the same pins, the same bytes. */
@Injectable()
export class ReleaseBuildingService {
  /** Releases are built one after another: several at once would only take more memory. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly catalogues: CatalogueService,
    private readonly observations: PastObservationRepository,
    private readonly intervals: ScoreIntervalsService,
  ) {}

  /** Takes seconds, and lets other work in. */
  build(release: Pick<Release, 'id' | 'date'>, pins: ReleasePins): Promise<BuiltRelease> {
    return this.inTurn(async () => {
      const gathered = await this.gatherNow(release, pins);
      const { lookUp, board } = gathered.sources;
      const intervals = await this.intervals.compute(board, lookUp);
      const sources = { ...gathered.sources, intervals };
      const { id, date } = release;
      const { publicUrl = '' } = pins;
      const files = await this.observations.filesOf(gathered.submissions);
      const built = await buildPackage(sources, { id, date, publicUrl, files });
      const frozen = freeze(pins, gathered, freezeIntervals(intervals, lookUp.catalogue, board));
      return {
        frozen,
        parts: [
          partOf(PACKAGE, 'application/zip', built.zip),
          partOf(FROZEN, 'application/json', writeFrozen(frozen)),
        ],
        contents: built.parts,
        catalogue: lookUp.catalogue,
        citation: citationOf({ id, date, publicUrl }, lookUp.catalogue),
      };
    });
  }

  gather(release: Pick<Release, 'id' | 'date'>, pins: ReleasePins): Promise<Gathered> {
    return this.inTurn(() => this.gatherNow(release, pins));
  }

  private async gatherNow({ id, date }: Pick<Release, 'id' | 'date'>, pins: ReleasePins): Promise<Gathered> {
    const { revision, communities, statements } = pins;
    const { lookUp, sha256 } = await this.catalogues.version(pins.catalogueVersion);
    const { catalogue } = lookUp;
    const known = new Map(pins.seriesEditions.map((one) => [one.id, one]));
    const observations = inOrder((await this.observations.snapshotAt(revision, known)).observations);
    const used = new Set(observations.map(({ seriesEditionId }) => seriesEditionId));
    const seriesEditions = new Map([...known].filter(([key]) => used.has(key)).sort(([a], [b]) => a - b));
    const board = await finishInTurns(buildInSteps(catalogue, { revision, observations, seriesEditions }));
    return {
      sources: {
        lookUp,
        board,
        seriesEditions,
        receipts: new Map(),
        communities: new Map(communities.map((community) => [community.code, community])),
        statements,
        fingerprint: `release ${id}`,
        release: { id, date },
      },
      catalogueSha256: sha256,
      submissions: [...new Set(observations.map(({ submissionId }) => submissionId))],
      observations: sealObservations(observations),
      scores: await finishInTurns(sealScoresInSteps(catalogue, board)),
    };
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

/** @param bytes the file */
export function partOf(name: string, mediaType: string, bytes: Buffer): ReleasePart {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, sha256, size: bytes.length, bytes };
}

function freeze(
  { publicUrl, revision, catalogueVersion, communities, statements }: ReleasePins,
  { sources, catalogueSha256, observations, scores }: Gathered,
  intervals: FrozenRelease['intervals'],
): FrozenRelease {
  return {
    format: FORMAT,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    revision,
    catalogue: { version: catalogueVersion, sha256: catalogueSha256 },
    observations,
    scores,
    intervals,
    seriesEditions: [...sources.seriesEditions.values()],
    communities,
    statements,
  };
}
