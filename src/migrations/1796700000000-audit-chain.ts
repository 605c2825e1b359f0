import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links the audit trail to a chain: each entry gets the next number and a hash over the one before and itself, at the end
 * of its transaction and by the database alone. What is there already is linked in the order in which it came, after the
 * labels of keys, which may name persons, are taken out of it.
 */
export class AuditChain1796700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(LINKS);
    const schemas = (await runner.query('SELECT quote_ident(current_schema()) AS schema')) as {
      schema: string;
    }[];
    await runner.query(linking(schemas[0]?.schema ?? 'public'));
    await runner.query(EARLIER_ENTRIES);
    await runner.query(GUARDS);
  }

  /** Forgets the chain; the entries stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_entry_link ON audit_entry;
      DROP TRIGGER audit_entry_now ON audit_entry;
      DROP TABLE audit_link;
      DROP FUNCTION link_entry_at_commit, link_audit_entry, audit_hash, refuse_other_time;
      DROP INDEX audit_entry_transaction_idx;
      ALTER TABLE audit_entry DROP COLUMN role, DROP COLUMN transaction;
      DROP FUNCTION present_transaction;
    `);
  }
}

const COLUMNS = `
CREATE FUNCTION present_transaction() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT (pg_current_xact_id()::text)::bigint';
ALTER TABLE audit_entry
  ADD COLUMN role text,
  ADD COLUMN transaction bigint NOT NULL DEFAULT 0;
ALTER TABLE audit_entry ALTER COLUMN transaction SET DEFAULT present_transaction();
CREATE INDEX audit_entry_transaction_idx ON audit_entry (transaction);
COMMENT ON COLUMN audit_entry.role IS 'In which role; empty: the operator on the host, or somebody about themselves';
COMMENT ON COLUMN audit_entry.transaction IS 'In which transaction of this server: other writes of the same one need it; not part of the chain';
`;

const LINKS = `
CREATE TABLE audit_link (
  number integer NOT NULL,
  audit_entry_id integer NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_link_pkey PRIMARY KEY (number),
  CONSTRAINT audit_link_audit_entry_id_key UNIQUE (audit_entry_id),
  CONSTRAINT audit_link_audit_entry_id_fkey FOREIGN KEY (audit_entry_id) REFERENCES audit_entry (id)
);
COMMENT ON TABLE audit_link IS 'The chain of the audit trail: written by the database when a transaction ends, by nobody else';
COMMENT ON COLUMN audit_link.number IS 'Place in the chain, from 1, without gaps';
COMMENT ON COLUMN audit_link.audit_entry_id IS 'The entry in this place';
COMMENT ON COLUMN audit_link.hash IS 'SHA-256, hex, over the hash before (64 zeros before the first), a line feed and the entry; docs/audit.md says how it is written';
`;

/** @param schema of the tables; what runs as its owner looks for tables nowhere else */
function linking(schema: string): string {
  return `
-- Each field with its length in bytes before it, "-" for none: no two entries are written alike.
CREATE FUNCTION audit_hash(before text, number integer, entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(before || chr(10) || string_agg(coalesce(octet_length(field) || ':' || field, '-'), ','
    ORDER BY place), 'UTF8')), 'hex')
  FROM unnest(ARRAY[number::text, entry.id::text, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.contributor_id::text, entry.role, entry.action, entry.subject, entry.detail::text, entry.request_id])
    WITH ORDINALITY AS fields (field, place)
$$;

-- One at a time, and only at the very end: whoever holds this lock has nothing left to do but to commit.
CREATE FUNCTION link_audit_entry(entry audit_entry) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last audit_link%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(4991806);
  SELECT * INTO last FROM audit_link ORDER BY number DESC LIMIT 1;
  INSERT INTO audit_link (number, audit_entry_id, hash)
  VALUES (coalesce(last.number, 0) + 1, entry.id,
    audit_hash(coalesce(last.hash, repeat('0', 64)), coalesce(last.number, 0) + 1, entry));
END $$;

CREATE FUNCTION link_entry_at_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
BEGIN
  PERFORM link_audit_entry(NEW);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION link_audit_entry, link_entry_at_commit FROM PUBLIC;
`;
}

const EARLIER_ENTRIES = `
ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
UPDATE audit_entry SET detail = detail - 'label' WHERE detail ? 'label';
ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only;
DO $$
DECLARE
  entry audit_entry;
BEGIN
  FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
    PERFORM link_audit_entry(entry);
  END LOOP;
END $$;
`;

const GUARDS = `
CREATE CONSTRAINT TRIGGER audit_entry_link AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION link_entry_at_commit();
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_other_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written when it happens', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER audit_entry_now BEFORE INSERT ON audit_entry FOR EACH ROW
  WHEN (NEW.at <> now() OR NEW.transaction <> present_transaction())
  EXECUTE FUNCTION refuse_other_time();
`;
