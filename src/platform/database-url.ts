import { Refusal } from './refusal.js';

/**
 * @param name of the setting
 * @throws Refusal that does not repeat the value, which may hold a password
 */
export function readDatabaseUrl(
  name: 'DATABASE_URL' | 'DATABASE_MIGRATION_URL',
  value: string | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return value;
  throw new Refusal(`${name} must look like postgresql://user:password@host:5432/database.`);
}

/** @throws Refusal likewise, and when the server's own address is missing */
export function readMigrationUrl(
  value: string | undefined,
  databaseUrl: string | undefined,
): string | undefined {
  if (value === undefined || databaseUrl !== undefined)
    return readDatabaseUrl('DATABASE_MIGRATION_URL', value);
  throw new Refusal('DATABASE_MIGRATION_URL goes with DATABASE_URL: set both, or neither.');
}
