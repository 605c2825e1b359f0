import { MailFailure } from '../../../src/platform/mail-failure.js';

describe('MailFailure', () => {
  it('is final when the server will have nothing of this reader or this mail', () => {
    const refused = { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' };
    expect(MailFailure.of(refused)).toMatchObject({ code: 'EENVELOPE 550', isFinal: true });
    expect(MailFailure.of({ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }).isFinal).toBe(true);
  });

  it.each([
    { code: 'ECONNECTION' },
    { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' },
    { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' },
    { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' },
  ])('leaves hope for what may be mended: %o', (error) => {
    expect(MailFailure.of(error).isFinal).toBe(false);
  });

  it('keeps the words of the server to itself', () => {
    const failure = MailFailure.of({
      code: 'EENVELOPE',
      responseCode: 450,
      message: 'no@example.org is unknown',
    });
    expect(JSON.stringify(failure) + failure.message).not.toContain('example.org');
  });
});
