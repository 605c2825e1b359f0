const LONGEST = 254;

/** Whether a text is one bare e-mail address, to which a mail can be tried; only an answer from there proves more. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(text)
  );
}
