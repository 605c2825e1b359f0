import {
  constraintOf,
  databaseProblem,
  isDatabaseUnavailable,
} from '../../../src/platform/database-faults.js';

const fault = (members: Record<string, unknown>, message = 'failed'): Error =>
  Object.assign(new Error(message), members);

describe('isDatabaseUnavailable', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '08006', '25006', '25P03'])(
    'is so for %s',
    (code) => {
      expect(isDatabaseUnavailable(fault({ code }))).toBe(true);
    },
  );

  it('looks at what the driver said inside a failed query', () => {
    expect(isDatabaseUnavailable(fault({ driverError: fault({ code: '57P01' }) }))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Query runner already released. Cannot run queries anymore.',
  ])('knows the words of a lost session, which carry no code: %s', (words) => {
    expect(isDatabaseUnavailable(fault({}, words))).toBe(true);
  });

  it.each(['23505', '42P01', '22P02'])('is not so for %s, which is a fault of the query', (code) => {
    expect(isDatabaseUnavailable(fault({ code }))).toBe(false);
  });

  it('is not so for what is no error', () => {
    expect(isDatabaseUnavailable('ECONNREFUSED')).toBe(false);
  });

  it('ends when an error names itself as its cause', () => {
    const loop = fault({});
    expect(isDatabaseUnavailable(Object.assign(loop, { driverError: loop }))).toBe(false);
  });
});

describe('databaseProblem', () => {
  it.each([
    ['57P01', 'database_unavailable', 503],
    ['53100', 'no_space', 507],
    ['53200', 'database_busy', 503],
    ['40001', 'database_busy', 503],
    ['40P01', 'database_busy', 503],
    ['55P03', 'database_busy', 503],
    ['57014', 'took_too_long', 503],
  ])('says what %s means for who asked', (code, problem, status) => {
    expect(databaseProblem(fault({ code }))).toMatchObject({ code: problem, status });
  });

  it('leaves mistakes of ours alone', () => {
    expect(databaseProblem(fault({ code: '42P01' }))).toBeUndefined();
    expect(databaseProblem(undefined)).toBeUndefined();
  });
});

describe('constraintOf', () => {
  it('names the constraint that refused a write, also inside a failed query', () => {
    expect(constraintOf(fault({ constraint: 'decision_four_eyes' }))).toBe('decision_four_eyes');
    expect(constraintOf(fault({ driverError: fault({ constraint: 'area_code_key' }) }))).toBe(
      'area_code_key',
    );
  });

  it('is undefined when no constraint was broken', () => {
    expect(constraintOf(fault({ code: 'ECONNREFUSED' }))).toBeUndefined();
    expect(constraintOf(undefined)).toBeUndefined();
  });
});
