import { resolve } from 'node:path';
import { readConfig } from '../../../src/platform/config.js';
import { Refusal } from '../../../src/platform/refusal.js';

const refusal = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment, '/srv/iww');
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('was not refused');
};

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({}, '/srv/iww')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDirectory: '/srv/iww/.data',
      seedsDirectory: '/srv/iww/seeds',
      bootstrapKey: undefined,
      jobBytes: 5_000_000,
      publicUrl: undefined,
      mail: undefined,
      metricsPort: undefined,
      log: 'error',
      databaseMigrationUrl: undefined,
      securityContact: undefined,
      openId: undefined,
      trustedProxies: [],
      rates: { reads: 600, writes: 60, signIns: 10 },
      operator: {
        name: undefined,
        url: undefined,
        disclaimer: undefined,
        contact: undefined,
        logo: undefined,
      },
    });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', IWW_SEEDS: '' }, '/srv/iww')).toEqual(
      readConfig({}, '/srv/iww'),
    );
  });

  it('reads every setting', () => {
    const environment = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgres://me@db.example.org/progress',
      IWW_DATA_DIR: '/var/lib/progress',
      IWW_SEEDS: 'other-seeds',
      IWW_BOOTSTRAP_KEY: 'k'.repeat(32),
      IWW_JOB_BYTES: '2000000',
      IWW_PUBLIC_URL: 'https://progress.example.org/',
      SMTP_URL: 'smtps://user:secret@mail.example.org:465',
      IWW_MAIL_FROM: 'progress@example.org',
      METRICS_PORT: '9464',
      IWW_LOG: 'info',
      DATABASE_MIGRATION_URL: 'postgres://owner@db.example.org/progress',
      IWW_SECURITY_CONTACT: 'mailto:security@example.org',
      IWW_OIDC_ISSUER: 'https://id.example.org',
      IWW_OIDC_CLIENT_ID: 'progress',
      IWW_OIDC_CLIENT_SECRET: 'secret',
      IWW_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
      IWW_RATE_READS: '1200',
      IWW_RATE_WRITES: '120',
      IWW_RATE_SIGN_INS: '20',
      IWW_OPERATOR_NAME: 'Example Foundation',
      IWW_OPERATOR_URL: 'https://example.org',
      IWW_OPERATOR_DISCLAIMER: 'These are not our views.',
      IWW_OPERATOR_LOGO: resolve('src/dashboard/icon.svg'),
      IWW_CONTACT: 'help@example.org',
    };
    expect(readConfig(environment, '/srv/iww')).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: 'postgres://me@db.example.org/progress',
      dataDirectory: '/var/lib/progress',
      seedsDirectory: '/srv/iww/other-seeds',
      bootstrapKey: 'k'.repeat(32),
      jobBytes: 2_000_000,
      publicUrl: 'https://progress.example.org',
      mail: { url: 'smtps://user:secret@mail.example.org:465', from: 'progress@example.org' },
      metricsPort: 9464,
      log: 'info',
      databaseMigrationUrl: 'postgres://owner@db.example.org/progress',
      securityContact: 'mailto:security@example.org',
      openId: { issuer: 'https://id.example.org', clientId: 'progress', clientSecret: 'secret' },
      trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
      rates: { reads: 1_200, writes: 120, signIns: 20 },
      operator: {
        name: 'Example Foundation',
        url: 'https://example.org',
        disclaimer: 'These are not our views.',
        logo: resolve('src/dashboard/icon.svg'),
        contact: 'mailto:help@example.org',
      },
    });
  });

  it.each([
    [{ IWW_OPERATOR_NAME: 'n'.repeat(121) }, 'IWW_OPERATOR_NAME has 121 characters'],
    [{ IWW_OPERATOR_URL: 'javascript:alert(1)' }, 'it must be an address such as https://example.org.'],
    [{ IWW_OPERATOR_LOGO: 'no-such.svg' }, 'it must be the path of a file .svg or .png.'],
    [{ IWW_CONTACT: 'the front desk' }, 'it must be an address such as help@example.org'],
  ])('refuses an operator of %j', (environment, sentence) => {
    expect(refusal(environment)).toContain(sentence);
  });

  it.each(['0', '-1', '1.5', 'many', '999999999'])('refuses IWW_RATE_WRITES=%s', (IWW_RATE_WRITES) => {
    expect(refusal({ IWW_RATE_WRITES })).toBe(
      `IWW_RATE_WRITES is "${IWW_RATE_WRITES}": it must be how many requests a minute one address may send, such as 60.`,
    );
  });

  it('refuses a METRICS_PORT and an IWW_LOG that are none', () => {
    expect(refusal({ METRICS_PORT: '70000' })).toBe(
      'METRICS_PORT is "70000": it must be a whole number from 0 to 65535, such as 3000.',
    );
    expect(refusal({ IWW_LOG: 'json' })).toBe(
      'IWW_LOG is "json": it must be one of off, error, info, debug.',
    );
  });

  it.each(['-1', '5MB', '1.5'])('refuses IWW_JOB_BYTES=%s', (IWW_JOB_BYTES) => {
    expect(refusal({ IWW_JOB_BYTES })).toBe(
      `IWW_JOB_BYTES is "${IWW_JOB_BYTES}": it must be a whole number of bytes, such as 5000000.`,
    );
  });

  it.each(['65536', '-1', '80a', '3000.5', '0x10'])('refuses PORT=%s and says what a port is', (PORT) => {
    expect(refusal({ PORT })).toBe(
      `PORT is "${PORT}": it must be a whole number from 0 to 65535, such as 3000.`,
    );
  });

  it.each(['localhost', 'mysql://a:b@c/d', 'postgresql://host:5432', 'not an address'])(
    'refuses DATABASE_URL=%s without repeating it, for it may hold a password',
    (DATABASE_URL) => {
      const sentence = refusal({ DATABASE_URL });
      expect(sentence).toMatch(/^DATABASE_URL must look like postgresql:/);
      expect(sentence).not.toContain(DATABASE_URL);
    },
  );

  it('refuses a short bootstrap key without repeating it', () => {
    const sentence = refusal({ IWW_BOOTSTRAP_KEY: 'hunter2' });
    expect(sentence).toContain('has 7 characters');
    expect(sentence).not.toContain('hunter2');
  });

  it.each([
    'progress.example.org',
    'ftp://example.org',
    'https://a:b@example.org',
    'https://example.org/?x=1',
  ])('refuses IWW_PUBLIC_URL=%s', (IWW_PUBLIC_URL) => {
    expect(refusal({ IWW_PUBLIC_URL })).toContain('it must be the address readers use');
  });

  it('wants both addresses of the database, or the one of the server', () => {
    const url = 'postgres://owner:secret@db.example.org/progress';
    expect(refusal({ DATABASE_MIGRATION_URL: url })).toMatch(/goes with DATABASE_URL: set both, or neither/);
    const wrong = refusal({ DATABASE_URL: url, DATABASE_MIGRATION_URL: 'secret' });
    expect(wrong).toMatch(/^DATABASE_MIGRATION_URL must look like postgresql:/);
    expect(wrong).not.toContain('secret');
  });

  it('wants an address to report weaknesses to that programs understand', () => {
    expect(refusal({ IWW_SECURITY_CONTACT: 'security@example.org' })).toMatch(/such as .*mailto:/);
    expect(refusal({ IWW_SECURITY_CONTACT: 'mailto:a@example.org\nExpires: never' })).toMatch(
      /must be an address/,
    );
  });

  it('refuses a host that is no host', () => {
    expect(refusal({ HOST: 'http://localhost' })).toContain('HOST is "http://localhost"');
  });

  it('refuses a setting it does not know and suggests the one that was meant', () => {
    expect(refusal({ IWW_SEED: 'x' })).toBe(
      'IWW_SEED is no setting of IWW Progress: did you mean IWW_SEEDS?',
    );
  });

  it('lists the settings when none is near', () => {
    expect(refusal({ IWW_COLOUR_OF_THE_DOOR: 'x' })).toMatch(/the settings are IWW_DATA_DIR, IWW_SEEDS, /);
  });

  it('leaves variables of others alone', () => {
    expect(() => readConfig({ IWWX: '1', PGPORT: '1', HOME: '/root' }, '/srv/iww')).not.toThrow();
  });

  it.each(['mail.example.org', 'https://user:secret@mail.example.org', 'smtp://'])(
    'refuses SMTP_URL=%s without repeating a password',
    (SMTP_URL) => {
      const sentence = refusal({ SMTP_URL });
      expect(sentence).toContain('SMTP_URL must look like smtps://');
      expect(sentence).not.toContain('secret');
    },
  );

  it('wants an address that mails come from, and one that they can link to', () => {
    const SMTP_URL = 'smtp://127.0.0.1:2525';
    expect(refusal({ SMTP_URL })).toContain('IWW_MAIL_FROM must be');
    expect(refusal({ SMTP_URL, IWW_MAIL_FROM: 'Progress' })).toContain('IWW_MAIL_FROM must be');
    expect(refusal({ SMTP_URL, IWW_MAIL_FROM: 'progress@example.org' })).toContain('IWW_PUBLIC_URL must be');
  });
});
