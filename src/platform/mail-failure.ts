/** Why a mail server did not take a mail, without its words: they may name the address. */
export class MailFailure extends Error {
  private constructor(
    /** Of the connection, e.g. `ECONNECTION`, with the server's number where it gave one, e.g. `EENVELOPE 550`. */
    readonly code: string,
    /** Whether another try is of no use: the server will have nothing of it. Source: RFC 5321, section 4.2.1. */
    readonly isFinal: boolean,
  ) {
    super(code);
    this.name = 'MailFailure';
  }

  static of(error: unknown): MailFailure {
    const { code, responseCode, command } = error as Readonly<
      Record<'code' | 'responseCode' | 'command', unknown>
    >;
    const number = typeof responseCode === 'number' ? responseCode : undefined;
    const name = typeof code === 'string' ? code : 'EUNKNOWN';
    const isAboutThisMail = name === 'EMESSAGE' || (name === 'EENVELOPE' && command === 'RCPT TO');
    return new MailFailure(
      number === undefined ? name : `${name} ${String(number)}`,
      isAboutThisMail && number !== undefined && number >= 500,
    );
  }
}
