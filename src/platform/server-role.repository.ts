import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from './refusal.js';

/** What a role is asked about before it serves. */
interface ServerRole {
  readonly isSuperuser: boolean;
  readonly ownsTables: boolean;
  readonly createsTables: boolean;
}

/** Advisory lock of the one who grants: two at once would be refused by the catalogue's rows. */
const GRANTING = 4_991_808;
/** Two connections that see the same of these are in the same database. */
const PLACE = `
  SELECT current_user::text AS role, pg_postmaster_start_time()::text || ' ' || oid::text AS place
  FROM pg_database WHERE datname = current_database()`;

/** Gives the server's role what it needs and no more, as the owner of the tables. */
export class ServerRoleRepository {
  constructor(private readonly owner: DataSource) {}

  /**
   * @param server connection of the server's role
   * @param privileges for each table what it may do beyond reading, as in `GRANT`
   * @throws Refusal when that role is no other one, could give itself more, or is in another database
   */
  async grant(server: DataSource, privileges: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const [owning] = await this.owner.query<{ role: string; place: string }[]>(PLACE);
    const [serving] = await server.query<{ role: string; place: string }[]>(PLACE);
    if (serving === undefined || owning?.place !== serving.place) {
      throw new Refusal('DATABASE_URL and DATABASE_MIGRATION_URL must lead to the same database.');
    }
    if (owning.role === serving.role) {
      throw new Refusal(
        'DATABASE_URL and DATABASE_MIGRATION_URL name the same user: name two, or leave DATABASE_MIGRATION_URL out.',
      );
    }
    await this.owner.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [GRANTING]);
      await manager.query(grants(serving.role, privileges));
      await refuseMighty(manager, serving.role);
    });
  }
}

function grants(role: string, privileges: Readonly<Record<string, readonly string[]>>): string {
  const to = `"${role.replaceAll('"', '""')}"`;
  const each = Object.entries(privileges)
    .filter(([, may]) => may.length > 0)
    .map(([table, may]) => `GRANT ${may.join(', ')} ON "${table}" TO ${to};`);
  return `
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${to};
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${to};
    GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to};
    ${each.join('\n')}`;
}

/** A role that could change the tables or their guards would make the grants worth nothing. */
async function refuseMighty(manager: EntityManager, role: string): Promise<void> {
  const [found]: ServerRole[] = await manager.query(MIGHT, [role]);
  if (found && !found.isSuperuser && !found.ownsTables && !found.createsTables) return;
  throw new Refusal(
    `The user "${role}" in DATABASE_URL may do more than serve (${
      found?.isSuperuser === true
        ? 'it is a superuser'
        : found?.ownsTables === true
          ? 'it owns tables, or belongs to who does'
          : 'it may create tables'
    }): docs/database-roles.md says how to make one that may not.`,
  );
}

const MIGHT = `
  SELECT r.rolsuper OR r.rolcreaterole OR r.rolreplication OR r.rolbypassrls AS "isSuperuser",
    EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
      AS "ownsTables",
    has_schema_privilege(r.oid, 'public', 'CREATE') AS "createsTables"
  FROM pg_roles r WHERE r.rolname = $1`;
