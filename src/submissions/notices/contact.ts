import { languages, type Language } from '../../language/language.js';
import { isMailAddress } from '../../platform/mail-address.js';
import { Problem } from '../../platform/problem.js';

/** Where somebody wants to be told by mail. */
export interface ContactRequest {
  readonly address: string;
  /** To write in. */
  readonly language: Language;
}

/** What is said of somebody's contact: never the address. */
export interface ContactState {
  readonly language: Language;
  /** Until its owner has confirmed the address, nothing else is sent there. */
  readonly isConfirmed: boolean;
}

/** @throws Problem not_a_mail_address, unspoken_language (422); the address is not repeated */
export function checkContact({ address, language }: ContactRequest): ContactRequest {
  const trimmed = address.trim();
  if (!isMailAddress(trimmed)) throw new Problem('not_a_mail_address', 422);
  if (!languages.includes(language)) {
    throw new Problem('unspoken_language', 422, { language, known: languages.join(', ') });
  }
  return { address: trimmed, language };
}
