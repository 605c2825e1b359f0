import { DataSource, MigrationExecutor } from 'typeorm';
import { ApiKeyTable } from './access/api-key.table.js';
import { ConductAcceptanceTable } from './access/conduct-acceptance.table.js';
import { ContributorTable } from './access/contributor.table.js';
import { IdempotencyKeyTable } from './access/idempotency-key.table.js';
import { MembershipTable } from './access/membership.table.js';
import { OpenIdIdentityTable } from './access/openid-identity.table.js';
import { WebSessionTable } from './access/web-session.table.js';
import { AreaTable, CatalogueVersionTable, IndicatorTable } from './catalogue/catalogue.table.js';
import { ClaimTable } from './communities/claim.table.js';
import { CommunityTable } from './communities/community.table.js';
import { ModerationCaseTable, ModerationStepTable } from './communities/moderation/moderation.table.js';
import { ProfileStepTable, ProfileTextTable } from './communities/profile.table.js';
import { StatementStepTable, StatementTable, StatementVersionTable } from './communities/statement.table.js';
import { ConfirmationTable } from './observations/confirmation.table.js';
import { DataRevisionTable } from './observations/data-revision.table.js';
import { ObservationTable } from './observations/observation.table.js';
import { RevisionLogTable } from './observations/revision-log.table.js';
import { SeriesEditionTable } from './observations/series-edition.table.js';
import { AuditEntryTable } from './platform/audit/audit-entry.table.js';
import { AuditLinkTable } from './platform/audit/audit-link.table.js';
import { DigestRoundTable, DigestTable } from './reports/following/digest.table.js';
import { FollowerTable, FollowingTable } from './reports/following/follower.table.js';
import { ReleasePartTable } from './scoring/releases/release-part.table.js';
import { ReleaseTable } from './scoring/releases/release.table.js';
import { AssessmentDraftTable } from './submissions/assessing/assessment-draft.table.js';
import { ContactTable } from './submissions/notices/contact.table.js';
import { ColumnMappingTable } from './submissions/checking/column-mapping.table.js';
import { CorrectionTable } from './submissions/reviewing/correction.table.js';
import { CheckingJobTable } from './submissions/receiving/checking-job.table.js';
import { DecisionTable } from './submissions/reviewing/decision.table.js';
import { FailedRowTable } from './submissions/checking/failed-row.table.js';
import { FeedAddressTable } from './submissions/notices/feed-address.table.js';
import { MailTable } from './submissions/notices/notice-mail.table.js';
import { NoticeTable } from './submissions/notices/notice.table.js';
import { StagedRowTable } from './submissions/checking/staged-row.table.js';
import { SubmissionProblemTable } from './submissions/checking/submission-problem.table.js';
import { SubmissionWarningTable } from './submissions/checking/submission-warning.table.js';
import { SubmissionProgressTable } from './submissions/receiving/submission-progress.table.js';
import { SubmissionTable } from './submissions/submission.table.js';
import { FirstFloor1795400000000 } from './migrations/1795400000000-first-floor.js';
import { GuardedFacts1795500000000 } from './migrations/1795500000000-guarded-facts.js';
import { EndedObservations1795600000000 } from './migrations/1795600000000-ended-observations.js';
import { TolerantReading1795700000000 } from './migrations/1795700000000-tolerant-reading.js';
import { RevertedSubmissions1795800000000 } from './migrations/1795800000000-reverted-submissions.js';
import { CorrectedSubmissions1795900000000 } from './migrations/1795900000000-corrected-submissions.js';
import { Warnings1796000000000 } from './migrations/1796000000000-warnings.js';
import { Confirmations1796100000000 } from './migrations/1796100000000-confirmations.js';
import { CheckingJobs1796200000000 } from './migrations/1796200000000-checking-jobs.js';
import { WebSessions1796300000000 } from './migrations/1796300000000-web-sessions.js';
import { Notices1796400000000 } from './migrations/1796400000000-notices.js';
import { LeanStaging1796500000000 } from './migrations/1796500000000-lean-staging.js';
import { Administration1796600000000 } from './migrations/1796600000000-administration.js';
import { DecidingCommunities1796650000000 } from './migrations/1796650000000-deciding-communities.js';
import { AuditChain1796700000000 } from './migrations/1796700000000-audit-chain.js';
import { GuardedTrail1796750000000 } from './migrations/1796750000000-guarded-trail.js';
import { OpenIdIdentities1796800000000 } from './migrations/1796800000000-openid-identities.js';
import { FrozenReleases1797000000000 } from './migrations/1797000000000-frozen-releases.js';
import { CommunityProfiles1797100000000 } from './migrations/1797100000000-community-profiles.js';
import { Statements1797150000000 } from './migrations/1797150000000-statements.js';
import { Assessments1797200000000 } from './migrations/1797200000000-assessments.js';
import { AssessmentDrafts1797220000000 } from './migrations/1797220000000-assessment-drafts.js';
import { ConductAcceptance1797240000000 } from './migrations/1797240000000-conduct-acceptance.js';
import { Moderation1797260000000 } from './migrations/1797260000000-moderation.js';
import { Following1797280000000 } from './migrations/1797280000000-following.js';
import type { SessionLimits } from './platform/postgres/session-limits.js';
import type { Schema } from './platform/backup/restore.service.js';
import { PostgresNamingStrategy } from './platform/postgres-naming.strategy.js';

/** All tables; a test compares them with what the migrations make. */
const tables = [
  CatalogueVersionTable,
  AreaTable,
  IndicatorTable,
  CommunityTable,
  ContributorTable,
  ContactTable,
  MembershipTable,
  ApiKeyTable,
  OpenIdIdentityTable,
  ConductAcceptanceTable,
  WebSessionTable,
  IdempotencyKeyTable,
  SubmissionTable,
  AssessmentDraftTable,
  CheckingJobTable,
  SubmissionProgressTable,
  StagedRowTable,
  SubmissionProblemTable,
  SubmissionWarningTable,
  FailedRowTable,
  ColumnMappingTable,
  DecisionTable,
  CorrectionTable,
  NoticeTable,
  MailTable,
  FeedAddressTable,
  DataRevisionTable,
  RevisionLogTable,
  SeriesEditionTable,
  ObservationTable,
  ConfirmationTable,
  ReleaseTable,
  ReleasePartTable,
  FollowerTable,
  FollowingTable,
  DigestTable,
  DigestRoundTable,
  ProfileStepTable,
  ProfileTextTable,
  ClaimTable,
  StatementTable,
  StatementVersionTable,
  StatementStepTable,
  ModerationCaseTable,
  ModerationStepTable,
  AuditEntryTable,
  AuditLinkTable,
];
const migrations = [
  FirstFloor1795400000000,
  GuardedFacts1795500000000,
  EndedObservations1795600000000,
  TolerantReading1795700000000,
  RevertedSubmissions1795800000000,
  CorrectedSubmissions1795900000000,
  Warnings1796000000000,
  Confirmations1796100000000,
  CheckingJobs1796200000000,
  WebSessions1796300000000,
  Notices1796400000000,
  LeanStaging1796500000000,
  Administration1796600000000,
  DecidingCommunities1796650000000,
  AuditChain1796700000000,
  GuardedTrail1796750000000,
  OpenIdIdentities1796800000000,
  FrozenReleases1797000000000,
  CommunityProfiles1797100000000,
  Statements1797150000000,
  Assessments1797200000000,
  AssessmentDrafts1797220000000,
  ConductAcceptance1797240000000,
  Moderation1797260000000,
  Following1797280000000,
];
/** Advisory lock of the one who migrates. */
const MIGRATING = 4_991_803;
/** A connection that was silent for so long is tried, so that a network that swallows all is noticed. */
const KEEP_ALIVE_MS = 10_000;

/**
 * Opens a pool of connections. Lost connections are replaced at the next query; a query that finds no database fails.
 * @param url connection string of PostgreSQL 15 or later
 * @param limits how long its sessions may work or wait; without end when absent
 */
export async function connect(url: string, limits?: SessionLimits): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: tables,
    migrations,
    namingStrategy: new PostgresNamingStrategy(),
    applicationName: 'iww-progress',
    connectTimeoutMS: 5_000,
    poolSize: 10,
    logging: false,
    poolErrorHandler: () => undefined,
    extra: { keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS, ...limits },
  });
  return await dataSource.initialize();
}

/** Brings the tables up to this version; of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATING]);
    await runner.release();
  }
}

/** The same for a backup that is put back: within one transaction, up to the version it was written by. */
export const schema: Schema = {
  migrations: migrations.map(({ name }) => name),
  lock: async (runner) => {
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
  },
  migrate: async (runner, last) => {
    const executor = new MigrationExecutor(runner.dataSource, runner);
    for (const migration of await executor.getPendingMigrations()) {
      await executor.executeMigration(migration);
      if (migration.name === last) break;
    }
  },
};
