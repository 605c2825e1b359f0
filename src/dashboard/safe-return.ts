import type { Words } from './words.js';

/** Where to go after signing in: a page of our own in the reader's language, else the list of submissions. */
export function safeReturn(address: string | undefined, words: Words): string {
  const isOurs =
    address !== undefined &&
    address.length < 500 &&
    /^\/[a-z]{2,3}\/[\w.~%-][\w.~%/?=&-]*$/.test(address) &&
    !address.includes('//') &&
    !address.includes('/sign-');
  return isOurs ? address : words.to('submissions');
}
