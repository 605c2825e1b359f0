import fc from 'fast-check';
import { beginAttempt, languageOfState, resumeAttempt } from '../../../src/access/openid-attempt.js';
import { seal, unseal } from '../../../src/access/sealed-note.js';
import { newSessionToken } from '../../../src/access/session-token.js';

const ATTEMPT = { purpose: 'sign-in', language: 'fr', back: '/fr/contribute' } as const;

describe('an attempt to sign in with a provider', () => {
  const token = newSessionToken();
  const begun = beginAttempt(ATTEMPT, token);

  it('comes back with what it was for and the same secrets', () => {
    expect(resumeAttempt(begun.state, token)).toEqual({ ...ATTEMPT, ...begun });
    expect(languageOfState(begun.state)).toBe('fr');
  });

  it('has secrets of its own, each time and each for one use', () => {
    const other = beginAttempt(ATTEMPT, token);
    const secrets = [begun, other].flatMap(({ state, nonce, codeVerifier }) => [state, nonce, codeVerifier]);
    expect(new Set(secrets).size).toBe(6);
    expect(begun.codeVerifier).toMatch(/^[\w-]{43}$/);
  });

  it('counts in the browser alone that began it', () => {
    expect(resumeAttempt(begun.state, newSessionToken())).toBeUndefined();
  });

  it('counts for ten minutes', () => {
    const [soon, late] = [590_000, 610_000].map((after) =>
      resumeAttempt(begun.state, token, Date.now() + after),
    );
    expect([soon?.back, late]).toEqual(['/fr/contribute', undefined]);
  });

  it('is not made of anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(resumeAttempt(text, token)).toBeUndefined();
        languageOfState(text);
      }),
    );
  });
});

describe('a sealed note', () => {
  const token = newSessionToken();

  it('says what was written, whatever that was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (note) => {
        expect(unseal(seal(note, token, 'a'), token, 'a', 60)).toEqual(JSON.parse(JSON.stringify(note)));
      }),
    );
  });

  it('is none for another use, and none when a character of it was changed', () => {
    const sealed = seal({ subject: 'somebody' }, token, 'a');
    expect(unseal(sealed, token, 'b', 60)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(sealed.length - 2), (at) => {
        const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
        expect(unseal(changed, token, 'a', 60)).toBeUndefined();
      }),
    );
  });
});
