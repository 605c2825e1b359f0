import { constraintOf, isDatabaseUnavailable } from '../../../src/platform/database-faults.js';

const fault = (members: Record<string, unknown>, message = 'failed'): Error =>
  Object.assign(new Error(message), members);

describe('isDatabaseUnavailable', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '08006'])('is so for %s', (code) => {
    expect(isDatabaseUnavailable(fault({ code }))).toBe(true);
  });

  it('looks at what the driver said inside a failed query', () => {
    expect(isDatabaseUnavailable(fault({ driverError: fault({ code: '57P01' }) }))).toBe(true);
  });

  it('knows the words of a lost session, which carry no code', () => {
    expect(isDatabaseUnavailable(fault({}, 'Connection terminated unexpectedly'))).toBe(true);
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
