import { newSessionToken } from '../../../src/access/session-token.js';
import { readSessionToken, sessionCookie, writeSessionToken } from '../../../src/dashboard/session-cookie.js';

const PUBLIC = 'https://progress.example.org';

describe('the cookie of a session', () => {
  it('is bound to the host and to TLS behind a public https address', () => {
    const cookie = sessionCookie('progress.example.org', PUBLIC);
    expect(cookie).toEqual({ name: '__Host-iww', secure: true });
    expect(cookie && writeSessionToken(cookie, 'token')).toBe(
      '__Host-iww=token; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it.each(['localhost:3000', '127.0.0.1:80', '[::1]:3000', 'LOCALHOST'])(
    'is a plain one on the machine itself: %s',
    (host) => {
      expect(sessionCookie(host, undefined)).toEqual({ name: 'iww', secure: false });
      expect(sessionCookie(host, PUBLIC)).toEqual({ name: 'iww', secure: false });
    },
  );

  it.each([
    ['progress.example.org', undefined],
    ['progress.example.org', 'http://progress.example.org'],
    ['other.example.org', PUBLIC],
    ['localhost.example.org', undefined],
    ['127.0.0.1.example.org', undefined],
    ['example.org#localhost', undefined],
    [undefined, PUBLIC],
  ])('is not given to %s where the public address is %s', (host, publicUrl) => {
    expect(sessionCookie(host, publicUrl)).toBeUndefined();
  });

  it('is read under its own name alone, and only when it looks like one of ours', () => {
    const token = newSessionToken();
    const secure = sessionCookie('progress.example.org', PUBLIC);
    expect(readSessionToken(`a=b; __Host-iww=${token}`, secure)).toBe(token);
    expect(readSessionToken(`iww=${token}`, secure)).toBeUndefined();
    expect(readSessionToken(`__Host-iww=${token}'--`, secure)).toBeUndefined();
    expect(readSessionToken(`__Host-iww=${token}; __Host-iww=${newSessionToken()}`, secure)).toBeUndefined();
    expect(readSessionToken(`__Host-iww=${token}`, undefined)).toBeUndefined();
    expect(readSessionToken(undefined, secure)).toBeUndefined();
  });

  it('is taken back by an empty one that is over', () => {
    expect(writeSessionToken({ name: 'iww', secure: false }, undefined)).toBe(
      'iww=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });
});
